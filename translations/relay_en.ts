<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>HappeningText</name>
    <message numerus="yes">
        <source>%n topic(s) opened</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n topic opened</numerusform>
            <numerusform>%n topics opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) closed</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n topic closed</numerusform>
            <numerusform>%n topics closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) read too slowly</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n connection reads too slowly</numerusform>
            <numerusform>%n connections read too slowly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) read too slowly and lose messages</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n connection reads too slowly and loses messages</numerusform>
            <numerusform>%n connections read too slowly and lose messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) keep up again</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n connection keeps up again</numerusform>
            <numerusform>%n connections keep up again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connection %1 on %2 keeps up again after %3 and %n lost message(s)</source>
        <comment>Event</comment>
        <translation>
            <numerusform>Connection %1 on %2 keeps up again after %3 and %n lost message</numerusform>
            <numerusform>Connection %1 on %2 keeps up again after %3 and %n lost messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) refused: %1</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n attempt refused: %1</numerusform>
            <numerusform>%n attempts refused: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The TLS certificate ends in %n day(s)</source>
        <comment>Event</comment>
        <translation>
            <numerusform>The TLS certificate ends in %n day</numerusform>
            <numerusform>The TLS certificate ends in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HappeningWords</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>Whom an order is about</comment>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderText</name>
    <message numerus="yes">
        <source>Tap of %1 ended after %n message(s), %2: %3</source>
        <comment>Event: whose, on what, why it ended</comment>
        <translation>
            <numerusform>Tap of %1 ended after %n message, %2: %3</numerusform>
            <numerusform>Tap of %1 ended after %n messages, %2: %3</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>+%n clients</source>
        <comment>Users of a shell folded into one box</comment>
        <translation>
            <numerusform>+%n clients</numerusform>
            <numerusform>+%n clients</numerusform>
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
    <message numerus="yes">
        <source>%n subject(s)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That were removed</comment>
        <translation>
            <numerusform>%n denial</numerusform>
            <numerusform>%n denials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Exporter</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <comment>In an exported file</comment>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::GuardDesk</name>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That are selected</comment>
        <translation>
            <numerusform>%n denial</numerusform>
            <numerusform>%n denials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That were removed</comment>
        <translation>
            <numerusform>%n denial</numerusform>
            <numerusform>%n denials</numerusform>
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
    <name>relay::gui::JobStrip</name>
    <message numerus="yes">
        <source>Kicking %n</source>
        <comment>Strip of a job</comment>
        <translation>
            <numerusform>Kicking %n</numerusform>
            <numerusform>Kicking %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 kicks %n</source>
        <comment>Strip of a job</comment>
        <extracomment>a user, and how many connections</extracomment>
        <translation>
            <numerusform>%1 kicks %n</numerusform>
            <numerusform>%1 kicks %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::JobStrips</name>
    <message numerus="yes">
        <source>%n more job(s) run on the relay.</source>
        <comment>Below the strips of others</comment>
        <translation>
            <numerusform>%n more job runs on the relay.</numerusform>
            <numerusform>%n more jobs run on the relay.</numerusform>
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
    <message numerus="yes">
        <source>Nothing was done. The relay would close %n connection(s)</source>
        <comment>Trial of a kick</comment>
        <translation>
            <numerusform>Nothing was done. The relay would close %n connection</numerusform>
            <numerusform>Nothing was done. The relay would close %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n topic(s).</source>
        <translation>
            <numerusform>on %n topic.</numerusform>
            <numerusform>on %n topics.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked for the first %n only.</source>
        <comment>Connections</comment>
        <translation>
            <numerusform>Asked for the first %n only.</numerusform>
            <numerusform>Asked for the first %n only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were left as they are.</source>
        <translation>
            <numerusform>%n connection was left as it is.</numerusform>
            <numerusform>%n connections were left as they are.</numerusform>
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
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <comment>What the graph shows</comment>
        <translation>
            <numerusform>%Ln topic</numerusform>
            <numerusform>%Ln topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <comment>What the graph shows</comment>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::TapDesk</name>
    <message numerus="yes">
        <source>%n tap(s) open by you</source>
        <comment>Status bar</comment>
        <translation>
            <numerusform>%n tap open by you</numerusform>
            <numerusform>%n taps open by you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tap(s) open: %1</source>
        <comment>Status bar</comment>
        <extracomment>%1 names the first: &quot;ben on spin35-st-video&quot;</extracomment>
        <translation>
            <numerusform>%n tap open: %1</numerusform>
            <numerusform>%n taps open: %1</numerusform>
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
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Rows</comment>
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
    <name>relay::gui::dialogs::DrainDialog</name>
    <message numerus="yes">
        <source>Drain %1, which has %n connection(s)</source>
        <extracomment>%1 is the name of the relay</extracomment>
        <translation>
            <numerusform>Drain %1, which has %n connection</numerusform>
            <numerusform>Drain %1, which has %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drain %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>Drain %n</numerusform>
            <numerusform>Drain %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::KickChoices</name>
    <message numerus="yes">
        <source>Kick and deny %n booking(s) until each expires</source>
        <translation>
            <numerusform>Kick and deny %n booking until it expires</numerusform>
            <numerusform>Kick and deny %n bookings until each expires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n address(es) for</source>
        <comment>A time follows: 1 h 00</comment>
        <translation>
            <numerusform>Kick and deny %n address for</numerusform>
            <numerusform>Kick and deny %n addresses for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It also cuts %n connection(s) that you did not choose.</source>
        <translation>
            <numerusform>It also cuts %n connection that you did not choose.</numerusform>
            <numerusform>It also cuts %n connections that you did not choose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) have no booking: those are only kicked.</source>
        <translation>
            <numerusform>%n connection has no booking: it is only kicked.</numerusform>
            <numerusform>%n connections have no booking: those are only kicked.</numerusform>
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
    <message numerus="yes">
        <source>Kick and deny %n connection(s) on %1</source>
        <extracomment>%1 is the name of the relay, in all three</extracomment>
        <translation>
            <numerusform>Kick and deny %n connection on %1</numerusform>
            <numerusform>Kick and deny %n connections on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n connection(s) from %1 and hold them off</source>
        <translation>
            <numerusform>Kick %n connection from %1 and hold them off</numerusform>
            <numerusform>Kick %n connections from %1 and hold them off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n connection(s)</source>
        <translation>
            <numerusform>Kick and deny %n connection</numerusform>
            <numerusform>Kick and deny %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>Kick and deny %n</numerusform>
            <numerusform>Kick and deny %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and hold %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>Kick and hold %n</numerusform>
            <numerusform>Kick and hold %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more connection(s) that you chose have closed meanwhile.</source>
        <translation>
            <numerusform>%n more connection that you chose has closed meanwhile.</numerusform>
            <numerusform>%n more connections that you chose have closed meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::OrderDialog</name>
    <message numerus="yes">
        <source>and %n more, %1</source>
        <extracomment>below a sample of connections; %1 is &quot;on 3 topics in all&quot;</extracomment>
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
    <message numerus="yes">
        <source>%1, with %n booking(s)</source>
        <extracomment>%1 is &quot;on 3 topics in all&quot;</extracomment>
        <translation>
            <numerusform>%1, with %n booking</numerusform>
            <numerusform>%1, with %n bookings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::AlertsPage</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::DenyDialog</name>
    <message numerus="yes">
        <source>%n connection(s) will be cut.</source>
        <comment>What a denial does</comment>
        <translation>
            <numerusform>%n connection will be cut.</numerusform>
            <numerusform>%n connections will be cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::BodyView</name>
    <message numerus="yes">
        <source>JSON object, %n member(s)</source>
        <translation>
            <numerusform>JSON object, %n member</numerusform>
            <numerusform>JSON object, %n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>JSON array, %n element(s)</source>
        <translation>
            <numerusform>JSON array, %n element</numerusform>
            <numerusform>JSON array, %n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::FrameStrip</name>
    <message numerus="yes">
        <source>Sizes of %n frame(s) of the last 4 s</source>
        <translation>
            <numerusform>Sizes of %n frame of the last 4 s</numerusform>
            <numerusform>Sizes of %n frames of the last 4 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them key frame(s)</source>
        <translation>
            <numerusform>%n of them key frame</numerusform>
            <numerusform>%n of them key frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TapsDock</name>
    <message numerus="yes">
        <source>%n open by you.</source>
        <comment>Taps</comment>
        <translation>
            <numerusform>%n open by you.</numerusform>
            <numerusform>%n open by you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TsPage</name>
    <message numerus="yes">
        <source>%n continuity error(s) in the last minute, on %1</source>
        <extracomment>%1 is one PID or several</extracomment>
        <translation>
            <numerusform>%n continuity error in the last minute, on %1</numerusform>
            <numerusform>%n continuity errors in the last minute, on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) out of sync</source>
        <translation>
            <numerusform>%n packet out of sync</numerusform>
            <numerusform>%n packets out of sync</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) of further PIDs</source>
        <translation>
            <numerusform>%n packet of further PIDs</numerusform>
            <numerusform>%n packets of further PIDs</numerusform>
        </translation>
    </message>
</context>
</TS>
