// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tls/context.h"

#include "certificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace relay;

class TlsContextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCertificateWithItsKey();
    void aChain();
    void faults_data();
    void faults();
    void anExpiredOneIsAWarning();
    void aKeyForEverybodyIsAWarning();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
        file.write(content);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return path;
    }

    QTemporaryDir m_folder;
    tests::Certificate m_own = tests::makeCertificate();
};

void TlsContextTest::aCertificateWithItsKey()
{
    const auto loaded = tls::load({ file(u"c"_qs, m_own.certificate), file(u"k"_qs, m_own.key), tls::Version::Tls12 });
    QVERIFY2(loaded.context, qUtf8Printable(loaded.error));
    QVERIFY(loaded.warnings.isEmpty());
    QCOMPARE(loaded.context->serial(), QString::number(4711 + 30, 16).toUpper());
}

void TlsContextTest::aChain()
{
    const auto loaded
        = tls::load({ file(u"c"_qs, m_own.certificate + tests::makeCertificate().certificate + "\nwords\n"),
                      file(u"k"_qs, m_own.key), tls::Version::Tls13 });
    QVERIFY2(loaded.context, qUtf8Printable(loaded.error));
}

void TlsContextTest::faults_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("word");
    const QByteArray half = m_own.certificate.left(m_own.certificate.size() / 2);
    QTest::newRow("no certificate") << QByteArray("words") << m_own.key << u"PEM"_qs;
    QTest::newRow("empty certificate") << QByteArray() << m_own.key << u"PEM"_qs;
    QTest::newRow("half a certificate") << half << m_own.key << u"PEM"_qs;
    QTest::newRow("half a chain") << m_own.certificate + half << m_own.key << u"behind the first"_qs;
    QTest::newRow("no key") << m_own.certificate << QByteArray("words") << u"--tls-key"_qs;
    QTest::newRow("somebody else's key") << m_own.certificate << tests::makeCertificate().key << u"does not belong"_qs;
    QTest::newRow("encrypted key") << m_own.certificate << tests::encrypted(m_own.key) << u"pass phrase"_qs;
    QTest::newRow("the files the other way round") << m_own.key << m_own.certificate << u"PEM"_qs;
}

void TlsContextTest::faults()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, word);
    const auto loaded = tls::load({ file(u"c"_qs, certificate), file(u"k"_qs, key), tls::Version::Tls12 });
    QVERIFY(!loaded.context);
    QVERIFY2(loaded.error.contains(word), qUtf8Printable(loaded.error));
    QVERIFY(loaded.error.contains(m_folder.path()));
}

void TlsContextTest::anExpiredOneIsAWarning()
{
    const auto old = tests::makeCertificate(-1);
    const auto loaded = tls::load({ file(u"c"_qs, old.certificate), file(u"k"_qs, old.key), tls::Version::Tls12 });
    QVERIFY(loaded.context);
    QCOMPARE(loaded.warnings.size(), 1);
    QVERIFY(loaded.warnings.first().contains(u"expired"));
}

void TlsContextTest::aKeyForEverybodyIsAWarning()
{
    const QString key = file(u"k"_qs, m_own.key);
    QFile::setPermissions(key, QFileDevice::ReadOwner | QFileDevice::ReadOther);
    const auto loaded = tls::load({ file(u"c"_qs, m_own.certificate), key, tls::Version::Tls12 });
    QVERIFY(loaded.context);
    QCOMPARE(loaded.warnings.size(), 1);
    QVERIFY(loaded.warnings.first().contains(key));
}

QTEST_GUILESS_MAIN(TlsContextTest)
#include "tst_tlscontext.moc"
