// SPDX-License-Identifier: GPL-3.0-or-later
#include "framereader.h"
#include "server/hub/gopcache.h"
#include "tspackets.h"

#include <QTest>

using namespace relay::hub;
using namespace relay::tests;

namespace {

constexpr std::size_t kLimit = 1024 * 1024;
using Messages = std::vector<std::string>;

Messages messagesOf(GopCache &cache)
{
    std::string bytes;
    for (const SharedBatchPtr &part : cache.share())
        bytes.append(part->bytes().data(), part->bytes().size());
    return messagesIn(bytes);
}

GopCache filled(const Messages &messages, std::size_t limit = kLimit)
{
    GopCache cache(limit);
    for (const std::string &message : messages)
        cache.take(message);
    return cache;
}

} // namespace

class GopCacheTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGroupBeginsWithTheTablesAndTheKeyFrame()
    {
        GopCache cache = filled(
            { ts::association() + ts::map(), ts::video("old") + ts::keyFrame("key") + ts::video("1"), ts::video("2") });
        QCOMPARE(messagesOf(cache),
                 (Messages { ts::association() + ts::map() + ts::keyFrame("key") + ts::video("1"), ts::video("2") }));
    }

    void theNextKeyFrameBeginsAnew()
    {
        GopCache cache = filled({ ts::association() + ts::map() + ts::keyFrame("one"), ts::video("1"),
                                  ts::video("2") + ts::keyFrame("two"), ts::video("3") });
        QCOMPARE(messagesOf(cache), (Messages { ts::association() + ts::map() + ts::keyFrame("two"), ts::video("3") }));
    }

    void thereIsNoneBeforeTheTables()
    {
        GopCache cache = filled({ ts::keyFrame("key"), ts::video("1") });
        QVERIFY(messagesOf(cache).empty());
    }

    void audioIsNoPlaceToBegin()
    {
        GopCache cache = filled({ ts::association() + ts::map() + ts::audio("a"), ts::video("1") });
        QVERIFY(messagesOf(cache).empty());
        GopCache other = filled({ ts::association() + ts::map() + ts::keyFrame("key"), ts::audio("a") });
        QCOMPARE(messagesOf(other).size(), std::size_t(2));
    }

    void aStreamThatIsNoVideoIsNoPlaceToBegin()
    {
        GopCache cache = filled({ ts::association() + ts::map('\x0f') + ts::keyFrame("key") });
        QVERIFY(messagesOf(cache).empty());
    }

    void alignmentOfMessagesDoesNotMatter()
    {
        const std::string stream
            = ts::association() + ts::map() + ts::keyFrame("key") + ts::video("1") + ts::video("2");
        for (std::size_t size = 1; size <= 5; ++size) {
            GopCache cache(kLimit);
            for (std::size_t at = 0; at < stream.size(); at += size * 188)
                cache.take(std::string_view(stream).substr(at, size * 188));
            std::string all;
            for (const std::string &message : messagesOf(cache))
                all += message;
            QCOMPARE(all, stream);
        }
    }

    void aGroupLongerThanTheLimitIsNotKept()
    {
        GopCache cache = filled({ ts::association() + ts::map() + ts::keyFrame("key") }, 188 * 5);
        QCOMPARE(messagesOf(cache).size(), std::size_t(1));
        cache.take(ts::video("1") + ts::video("2") + ts::video("3"));
        QVERIFY(messagesOf(cache).empty());
        cache.take(ts::video("4"));
        QVERIFY(messagesOf(cache).empty());
        cache.take(ts::keyFrame("next"));
        QCOMPARE(messagesOf(cache).size(), std::size_t(1));
    }

    void whatIsNoTransportStreamEndsTheGroup()
    {
        for (const std::string &foreign : { std::string("hello"), std::string(188, 'x'), std::string() }) {
            GopCache cache = filled({ ts::association() + ts::map() + ts::keyFrame("key"), foreign });
            QVERIFY(messagesOf(cache).empty());
        }
    }

    void tornTablesDoNoHarm()
    {
        const std::string whole = ts::association() + ts::map() + ts::keyFrame("key");
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (const char value : { '\x00', '\xff', '\x47' }) {
                std::string torn = whole;
                torn[at] = value;
                GopCache cache = filled({ torn, torn });
                QVERIFY(messagesOf(cache).size() <= 2);
            }
        }
    }

    void thoseWhoComeTogetherShareWhatIsKept()
    {
        GopCache cache = filled({ ts::association() + ts::map() + ts::keyFrame("key") });
        const SharedBatchPtr first = cache.share().front();
        cache.take(ts::video("1"));
        QCOMPARE(cache.share().size(), std::size_t(2));
        QCOMPARE(cache.share().front().get(), first.get());
    }
};

QTEST_GUILESS_MAIN(GopCacheTest)
#include "tst_gopcache.moc"
