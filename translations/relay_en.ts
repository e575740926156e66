<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>PaletteSource</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>Palette: of a topic</comment>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow</source>
        <comment>Palette: readers of a topic</comment>
        <translation>
            <numerusform>%n slow</numerusform>
            <numerusform>%n slow</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message numerus="yes">
        <source>+%n dropping</source>
        <comment>Readers of a topic folded into one box: all lose messages</comment>
        <translation>
            <numerusform>+%n dropping</numerusform>
            <numerusform>+%n dropping</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n slow</source>
        <comment>Readers of a topic folded into one box: all read too slowly</comment>
        <translation>
            <numerusform>+%n slow</numerusform>
            <numerusform>+%n slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n in trouble</source>
        <comment>Readers folded into one box: some slow, some losing messages</comment>
        <translation>
            <numerusform>+%n in trouble</numerusform>
            <numerusform>+%n in trouble</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n viewers</source>
        <comment>Readers of a video topic folded into one box</comment>
        <translation>
            <numerusform>+%n viewer</numerusform>
            <numerusform>+%n viewers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n members</source>
        <comment>Connections that read and write, folded into one box</comment>
        <translation>
            <numerusform>+%n member</numerusform>
            <numerusform>+%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n readers</source>
        <comment>Readers of a topic folded into one box</comment>
        <translation>
            <numerusform>+%n reader</numerusform>
            <numerusform>+%n readers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropping</source>
        <comment>After the number of folded readers: so many of them lose messages</comment>
        <translation>
            <numerusform>%n dropping</numerusform>
            <numerusform>%n dropping</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow</source>
        <comment>After the number of folded readers: so many of them read too slowly</comment>
        <translation>
            <numerusform>%n slow</numerusform>
            <numerusform>%n slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) soon</source>
        <comment>After the number of folded readers: tokens of so many end soon</comment>
        <translation>
            <numerusform>%n ends soon</numerusform>
            <numerusform>%n end soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publishers</source>
        <comment>Folded into one box</comment>
        <translation>
            <numerusform>%n publisher</numerusform>
            <numerusform>%n publishers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n topics</source>
        <comment>All topics of a kind of experiment folded into one box</comment>
        <translation>
            <numerusform>%1, %n topic</numerusform>
            <numerusform>%1, %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>other, %n topics</source>
        <comment>All remaining topics in one box</comment>
        <translation>
            <numerusform>other, %n topic</numerusform>
            <numerusform>other, %n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message numerus="yes">
        <source>%n other reader(s) of this topic keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</source>
        <translation>
            <numerusform>%n other reader of this topic keeps up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</numerusform>
            <numerusform>%n other readers of this topic keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The publisher is steady and %n other reader(s) keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</source>
        <translation>
            <numerusform>The publisher is steady and %n other reader keeps up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</numerusform>
            <numerusform>The publisher is steady and %n other readers keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Denier</name>
    <message numerus="yes">
        <source>%n connection(s) cut.</source>
        <comment>What came of a denial</comment>
        <translation>
            <numerusform>%n connection cut.</numerusform>
            <numerusform>%n connections cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n booking</numerusform>
            <numerusform>%n bookings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::HeaderBar</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <comment>Bell in the top bar</comment>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Kicker</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>How many were kicked</comment>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had already gone.</source>
        <comment>Of those to be kicked</comment>
        <translation>
            <numerusform>%n had already gone.</numerusform>
            <numerusform>%n had already gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::RelayPage</name>
    <message numerus="yes">
        <source>%Ln change(s) waiting. The relay goes on, and so do the figures above.</source>
        <comment>Strip of the frozen view</comment>
        <translation>
            <numerusform>%Ln change waiting. The relay goes on, and so do the figures above.</numerusform>
            <numerusform>%Ln changes waiting. The relay goes on, and so do the figures above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) a second</source>
        <comment>Status bar</comment>
        <translation>
            <numerusform>%n update a second</numerusform>
            <numerusform>%n updates a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Tray</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <comment>Tray</comment>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s) that do not answer</source>
        <comment>Tray</comment>
        <translation>
            <numerusform>%n relay that does not answer</numerusform>
            <numerusform>%n relays that do not answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Workspace</name>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Topics</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Connections</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::ConnectDialog</name>
    <message numerus="yes">
        <source>%n found in the usual places.</source>
        <comment>Sockets of relayd</comment>
        <translation>
            <numerusform>%n found in the usual places.</numerusform>
            <numerusform>%n found in the usual places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::DenyDialog</name>
    <message numerus="yes">
        <source>Deny %n booking(s)</source>
        <translation>
            <numerusform>Deny %n booking</numerusform>
            <numerusform>Deny %n bookings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deny %n booking(s) on %1</source>
        <extracomment>%1 is the name of the relay</extracomment>
        <translation>
            <numerusform>Deny %n booking on %1</numerusform>
            <numerusform>Deny %n bookings on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deny %n</source>
        <comment>Button: the verb and the number of bookings</comment>
        <translation>
            <numerusform>Deny %n</numerusform>
            <numerusform>Deny %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will be cut.</source>
        <comment>What denying bookings does</comment>
        <translation>
            <numerusform>%n connection will be cut.</numerusform>
            <numerusform>%n connections will be cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::KickDialog</name>
    <message numerus="yes">
        <source>Kick %n connection(s)</source>
        <translation>
            <numerusform>Kick %n connection</numerusform>
            <numerusform>Kick %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n connection(s) from %1</source>
        <extracomment>%1 is the name of the relay</extracomment>
        <translation>
            <numerusform>Kick %n connection from %1</numerusform>
            <numerusform>Kick %n connections from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>Kick %n</numerusform>
            <numerusform>Kick %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::OrderDialog</name>
    <message numerus="yes">
        <source>and %n more, %1</source>
        <extracomment>below a sample of connections; %1 is &quot;on 3 topics&quot;</extracomment>
        <translation>
            <numerusform>and %n more, %1</numerusform>
            <numerusform>and %n more, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n topic(s) in all</source>
        <translation>
            <numerusform>on %n topic in all</numerusform>
            <numerusform>on %n topics in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) may go dark.</source>
        <translation>
            <numerusform>%n topic may go dark.</numerusform>
            <numerusform>%n topics may go dark.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publisher(s) among them:</source>
        <translation>
            <numerusform>%n publisher among them:</numerusform>
            <numerusform>%n publishers among them:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %n more byte(s).</source>
        <extracomment>how much may still be typed</extracomment>
        <translation>
            <numerusform>Room for %n more byte.</numerusform>
            <numerusform>Room for %n more bytes.</numerusform>
        </translation>
    </message>
</context>
</TS>
