<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to a relay</source>
        <translation>Mit einem Relay verbinden</translation>
    </message>
    <message>
        <source>On &amp;this computer</source>
        <translation>Auf &amp;diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Socket</source>
        <translation>&amp;Socket</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>On &amp;another computer, over ssh</source>
        <translation>Auf einem &amp;anderen Rechner, über ssh</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name or address as ssh takes it; also an alias of its configuration</source>
        <translation>Name oder Adresse, wie ssh sie nimmt; auch ein Alias aus dessen Konfiguration</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>as ssh&apos;s configuration says</source>
        <translation>wie in der Konfiguration von ssh</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>S&amp;chlüsseldatei</translation>
    </message>
    <message>
        <source>none: those of the agent</source>
        <translation>keine: die des Agenten</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Du&amp;rchsuchen…</translation>
    </message>
    <message>
        <source>Browse for the key file</source>
        <translation>Nach der Schlüsseldatei suchen</translation>
    </message>
    <message>
        <source>Socket th&amp;ere</source>
        <translation>Socket d&amp;ort</translation>
    </message>
    <message>
        <source>Socket there</source>
        <translation>Socket dort</translation>
    </message>
    <message>
        <source>ssh must get there without a question: with a key from the agent or a file, and a host key that it knows. You are to the relay who you are on that computer.</source>
        <translation>ssh muss ohne Rückfrage hinkommen: mit einem Schlüssel aus dem Agenten oder einer Datei und mit einem bekannten Hostschlüssel. Für das Relay gelten die Rechte des Benutzers auf jenem Rechner.</translation>
    </message>
</context>
<context>
    <name>ConnectionCells</name>
    <message>
        <source>Messages to it were dropped in the last 10 s: it reads less than its topic offers. %1 dropped in all.</source>
        <translation>Nachrichten an sie wurden in den letzten 10 s verworfen: Sie liest weniger, als ihr Topic liefert. Insgesamt %1 verworfen.</translation>
    </message>
    <message>
        <source>It reads too slowly: %1 wait for it, the oldest message for %2 ms.</source>
        <translation>Sie liest zu langsam: %1 warten auf sie, die älteste Nachricht seit %2 ms.</translation>
    </message>
    <message>
        <source>Its token ends in %1; the relay closes it then.</source>
        <translation>Das Token läuft in %1 ab; dann beendet das Relay die Verbindung.</translation>
    </message>
    <message>
        <source>No message either way for a minute or more.</source>
        <translation>Seit mindestens einer Minute in keiner Richtung eine Nachricht.</translation>
    </message>
    <message>
        <source>Nothing dropped, nothing waiting for long.</source>
        <translation>Nichts verworfen, nichts wartet lange.</translation>
    </message>
    <message>
        <source>Closed from here. It may connect again.</source>
        <translation>Von hier getrennt. Erneutes Verbinden ist möglich.</translation>
    </message>
    <message>
        <source>It sends %1 bytes/s</source>
        <translation>Sie sendet %1 Bytes/s</translation>
    </message>
    <message>
        <source>It gets %1 bytes/s</source>
        <translation>Sie bekommt %1 Bytes/s</translation>
    </message>
    <message>
        <source>The larger direction in the last minute; the full height is %1 %2</source>
        <translation>Die stärkere Richtung in der letzten Minute; die volle Höhe sind %1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 are waiting, the oldest message for %3 ms</source>
        <translation>%1 von %2 warten, die älteste Nachricht seit %3 ms</translation>
    </message>
    <message>
        <source>%1 messages dropped in all</source>
        <translation>Insgesamt %1 Nachrichten verworfen</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>Verbunden seit %1</translation>
    </message>
    <message>
        <source>It may stay for as long as it likes.</source>
        <translation>Sie darf unbegrenzt bleiben.</translation>
    </message>
    <message>
        <source>Its token ends at %1</source>
        <translation>Das Token läuft am %1 ab</translation>
    </message>
</context>
<context>
    <name>ConnectionColumns</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How it is doing, worst first</source>
        <translation>Wie es ihr geht, das Schlimmste zuerst</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>In</source>
        <comment>Column: what the relay gets from a connection</comment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>What it sends to the relay</source>
        <translation>Was sie an das Relay sendet</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>Column: what the relay sends to a connection</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>What the relay sends to it</source>
        <translation>Was das Relay an sie sendet</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>What waits for it in the relay</source>
        <translation>Was im Relay auf sie wartet</translation>
    </message>
    <message>
        <source>Drops</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Messages dropped a second, mean of the last 10 s</source>
        <translation>Verworfene Nachrichten pro Sekunde, Mittel der letzten 10 s</translation>
    </message>
    <message>
        <source>RTT</source>
        <comment>Column: round trip time</comment>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Round trip from the relay to it and back</source>
        <translation>Umlaufzeit vom Relay zu ihr und zurück</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Until its token ends</source>
        <translation>Bis das Token abläuft</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation>Nachrichten ein</translation>
    </message>
    <message>
        <source>Messages out</source>
        <translation>Nachrichten aus</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Silent for</source>
        <comment>Column: time since the last message</comment>
        <translation>Still seit</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
</context>
<context>
    <name>ConnectionFacts</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>From it</source>
        <translation>Von ihr gesendet</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Sent to it</source>
        <translation>An sie gesendet</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>websocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>websocket, encrypted</source>
        <translation>WebSocket, verschlüsselt</translation>
    </message>
    <message>
        <source>HTTP POST</source>
        <translation>HTTP POST</translation>
    </message>
    <message>
        <source>HTTP POST, encrypted</source>
        <translation>HTTP POST, verschlüsselt</translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <extracomment>a moment and how long ago that was: &quot;11:22:08, 41 min ago&quot;</extracomment>
        <translation>%1, vor %2</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>when something last happened</extracomment>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <extracomment>a moment and how long it takes until then: &quot;12:21:49, in 18:42&quot;</extracomment>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1, %2 s old</source>
        <extracomment>what waits to be sent: &quot;4.0 MiB, 1.9 s old&quot;</extracomment>
        <translation>%1, %2 s alt</translation>
    </message>
    <message>
        <source>%1 /s, %2 in all</source>
        <extracomment>messages dropped: &quot;18 /s, 9,204 in all&quot;</extracomment>
        <translation>%1 /s, insgesamt %2</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>shell</source>
        <translation>Shell</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>&quot;%1&quot; needs a number, as in %2.</source>
        <comment>Filter field: term that cannot be read, example</comment>
        <translation>„%1“ braucht eine Zahl, etwa %2.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 h %2</source>
        <comment>Duration: hours, minutes in two digits</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>Duration: days, hours in two digits</comment>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>Duration in seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>Duration in minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>none</source>
        <comment>When a token ends: never</comment>
        <translation>nie</translation>
    </message>
    <message>
        <source>Publisher</source>
        <comment>Role of a connection: it sends to the topic</comment>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <comment>Role of a connection: it reads the topic</comment>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Both</source>
        <comment>Role of a connection: it sends and reads</comment>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Host</source>
        <comment>Role of a connection: it offers a shell</comment>
        <translation>Host</translation>
    </message>
    <message>
        <source>Client</source>
        <comment>Role of a connection: it uses a shell</comment>
        <translation>Client</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Trying now.</source>
        <comment>Banner: the next attempt to connect</comment>
        <translation>Versuch läuft.</translation>
    </message>
    <message>
        <source>Next try in %1 s.</source>
        <comment>Banner: the next attempt to connect</comment>
        <translation>Nächster Versuch in %1 s.</translation>
    </message>
    <message>
        <source>This computer</source>
        <comment>Name of the relay&apos;s tab: the relay runs on the same machine</comment>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Connected, nothing here yet</source>
        <translation>Verbunden, noch nichts da</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected, %1 ms</source>
        <comment>How long the relay takes to answer</comment>
        <translation>Verbunden, %1 ms</translation>
    </message>
    <message>
        <source>relayd on this computer</source>
        <comment>The relay, in the middle of a sentence</comment>
        <translation>relayd auf diesem Rechner</translation>
    </message>
    <message>
        <source>No answer for %1</source>
        <comment>Below the relay&apos;s name: minutes and seconds</comment>
        <translation>%1 ohne Antwort</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <comment>Banner: relay, time</comment>
        <translation>%1 antwortet seit %2 nicht.</translation>
    </message>
    <message>
        <source>Everything below is as of then.</source>
        <translation>Alles darunter hat diesen Stand.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>The relay turned this window away.</source>
        <translation>Das Relay hat dieses Fenster abgewiesen.</translation>
    </message>
    <message>
        <source>No relay answers.</source>
        <translation>Kein Relay antwortet.</translation>
    </message>
    <message>
        <source>Not possible now: %1 does not answer. It works again when it does.</source>
        <translation>Jetzt nicht möglich: %1 antwortet nicht. Es geht wieder, sobald die Antwort kommt.</translation>
    </message>
    <message>
        <source>Not possible now: there is no contact to a relay yet.</source>
        <translation>Jetzt nicht möglich: Es gibt noch keinen Kontakt zu einem Relay.</translation>
    </message>
    <message>
        <source>Connected, ssh</source>
        <comment>The relay is on another computer</comment>
        <translation>Verbunden, ssh</translation>
    </message>
    <message>
        <source>Connected, ssh, %1 ms</source>
        <comment>How long the relay takes to answer</comment>
        <translation>Verbunden, ssh, %1 ms</translation>
    </message>
    <message>
        <source>%1 turned this window away.</source>
        <comment>Banner: relay</comment>
        <translation>%1 hat dieses Fenster abgewiesen.</translation>
    </message>
    <message>
        <source>Everything below is as of %1.</source>
        <comment>Banner: time</comment>
        <translation>Alles unten ist der Stand von %1.</translation>
    </message>
    <message>
        <source>No relay answers at %1.</source>
        <comment>Banner: host</comment>
        <translation>Auf %1 antwortet kein Relay.</translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>rates: what a reader got of what it was offered, &quot;1.21 of 4.02&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>OrderDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Begründung</translation>
    </message>
</context>
<context>
    <name>PaletteSource</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>Palette: of a topic</comment>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow</source>
        <comment>Palette: readers of a topic</comment>
        <translation>
            <numerusform>%n langsam</numerusform>
            <numerusform>%n langsam</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connect over ssh</source>
        <translation>Über ssh verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Relays</source>
        <translation>Relays</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <comment>Palette: a filter</comment>
        <translation>Filtern nach %1</translation>
    </message>
    <message>
        <source>Show %1 in routing</source>
        <comment>Palette: what was typed</comment>
        <translation>%1 im Routing zeigen</translation>
    </message>
    <message>
        <source>Kick everything that matches %1…</source>
        <comment>Palette: a filter</comment>
        <translation>Alles trennen, was zu %1 passt…</translation>
    </message>
    <message>
        <source>asks first</source>
        <comment>Palette: nothing happens at once</comment>
        <translation>fragt zuerst</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
    <message>
        <source>on</source>
        <comment>Palette: a setting that is chosen</comment>
        <translation>an</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>The socket must be an absolute path, without $: such as /run/relay/admin.sock.</source>
        <translation>Der Socket muss ein absoluter Pfad ohne $ sein, etwa /run/relay/admin.sock.</translation>
    </message>
    <message>
        <source>The path of a socket can be at most 107 bytes long.</source>
        <translation>Der Pfad eines Sockets darf höchstens 107 Bytes lang sein.</translation>
    </message>
    <message>
        <source>The host must be a name or an address as ssh takes it, such as relay-1.lab.</source>
        <translation>Der Host muss ein Name oder eine Adresse sein, wie ssh sie nimmt, etwa relay-1.lab.</translation>
    </message>
    <message>
        <source>The user must be a plain login name, such as anna.</source>
        <translation>Der Benutzer muss ein einfacher Anmeldename sein, etwa anna.</translation>
    </message>
    <message>
        <source>The port must lie between 1 and 65535.</source>
        <translation>Der Port muss zwischen 1 und 65535 liegen.</translation>
    </message>
    <message>
        <source>The key must be the absolute path of a private key of ssh.</source>
        <translation>Der Schlüssel muss der absolute Pfad eines privaten Schlüssels von ssh sein.</translation>
    </message>
</context>
<context>
    <name>RouteCard</name>
    <message>
        <source>In</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>insgesamt %1</translation>
    </message>
    <message>
        <source>Publishes</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>%1 /s, %2 in all</source>
        <translation>%1 /s, insgesamt %2</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message numerus="yes">
        <source>+%n dropping</source>
        <comment>Readers of a topic folded into one box: all lose messages</comment>
        <translation>
            <numerusform>+%n mit Verlusten</numerusform>
            <numerusform>+%n mit Verlusten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n slow</source>
        <comment>Readers of a topic folded into one box: all read too slowly</comment>
        <translation>
            <numerusform>+%n langsam</numerusform>
            <numerusform>+%n langsam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n in trouble</source>
        <comment>Readers folded into one box: some slow, some losing messages</comment>
        <translation>
            <numerusform>+%n mit Problemen</numerusform>
            <numerusform>+%n mit Problemen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n viewers</source>
        <comment>Readers of a video topic folded into one box</comment>
        <translation>
            <numerusform>+%n Zuschauer</numerusform>
            <numerusform>+%n Zuschauer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n members</source>
        <comment>Connections that read and write, folded into one box</comment>
        <translation>
            <numerusform>+%n Mitglied</numerusform>
            <numerusform>+%n Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n readers</source>
        <comment>Readers of a topic folded into one box</comment>
        <translation>
            <numerusform>+%n Empfänger</numerusform>
            <numerusform>+%n Empfänger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropping</source>
        <comment>After the number of folded readers: so many of them lose messages</comment>
        <translation>
            <numerusform>%n mit Verlusten</numerusform>
            <numerusform>%n mit Verlusten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow</source>
        <comment>After the number of folded readers: so many of them read too slowly</comment>
        <translation>
            <numerusform>%n langsam</numerusform>
            <numerusform>%n langsam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) soon</source>
        <comment>After the number of folded readers: tokens of so many end soon</comment>
        <translation>
            <numerusform>%n läuft ab</numerusform>
            <numerusform>%n laufen ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publishers</source>
        <comment>Folded into one box</comment>
        <translation>
            <numerusform>%n Sender</numerusform>
            <numerusform>%n Sender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n topics</source>
        <comment>All topics of a kind of experiment folded into one box</comment>
        <translation>
            <numerusform>%1, %n Topic</numerusform>
            <numerusform>%1, %n Topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>other, %n topics</source>
        <comment>All remaining topics in one box</comment>
        <translation>
            <numerusform>weiteres, %n Topic</numerusform>
            <numerusform>weitere, %n Topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SshWords</name>
    <message>
        <source>%1 shows another host key than the one that ssh knows: it was installed anew, or another computer answers in its place. Find out which before you remove the old key (ssh-keygen -R).</source>
        <translation>%1 zeigt einen anderen Hostschlüssel als den, den ssh kennt: Der Rechner wurde neu aufgesetzt, oder ein anderer antwortet an seiner Stelle. Erst klären, dann den alten Schlüssel entfernen (ssh-keygen -R).</translation>
    </message>
    <message>
        <source>ssh does not know the host key of %1 yet. Run &quot;%2&quot; once in a terminal and compare the key that it shows.</source>
        <translation>ssh kennt den Hostschlüssel von %1 noch nicht. Einmal &quot;%2&quot; in einem Terminal ausführen und den gezeigten Schlüssel vergleichen.</translation>
    </message>
    <message>
        <source>There is no host %1, or its name cannot be looked up now. Check the name.</source>
        <translation>Einen Host %1 gibt es nicht, oder sein Name lässt sich jetzt nicht auflösen. Den Namen prüfen.</translation>
    </message>
    <message>
        <source>%1 took none of your keys. Put the right one into the agent (ssh-add), or name its file; &quot;%2&quot; must work without a question.</source>
        <translation>%1 hat keinen der Schlüssel angenommen. Den richtigen in den Agenten laden (ssh-add) oder seine Datei angeben; &quot;%2&quot; muss ohne Rückfrage gehen.</translation>
    </message>
    <message>
        <source>The ssh server of %1 does not let its users reach sockets: it needs AllowStreamLocalForwarding yes.</source>
        <translation>Der ssh-Server von %1 lässt seine Benutzer nicht an Sockets: Er braucht AllowStreamLocalForwarding yes.</translation>
    </message>
    <message>
        <source>%1 let you in, but its socket %2 cannot be opened: no relayd runs there, it has its socket elsewhere, or you may not open it (group relay-admin).</source>
        <translation>%1 hat die Anmeldung angenommen, aber der Socket %2 dort lässt sich nicht öffnen: Es läuft kein relayd, sein Socket liegt woanders, oder das Recht fehlt (Gruppe relay-admin).</translation>
    </message>
    <message>
        <source>%1 takes no ssh connections at this port. Check host and port.</source>
        <translation>%1 nimmt an diesem Port keine ssh-Verbindungen an. Host und Port prüfen.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the name and whether the network leads there.</source>
        <translation>%1 antwortet nicht. Prüfen, ob der Name stimmt und das Netz dorthin führt.</translation>
    </message>
    <message>
        <source>The ssh connection to %1 ended.</source>
        <translation>Die ssh-Verbindung zu %1 ist beendet.</translation>
    </message>
    <message>
        <source>ssh to %1 says: %2</source>
        <translation>ssh zu %1 meldet: %2</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Dropping</source>
        <comment>Status of a connection: messages to it are dropped</comment>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Slow</source>
        <comment>Status of a connection: it reads too slowly</comment>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Expiring</source>
        <comment>Status of a connection: its token ends soon</comment>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Idle</source>
        <comment>Status of a connection: no messages for a minute</comment>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Healthy</source>
        <comment>Status of a connection: all is well</comment>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Kicked</source>
        <comment>Status of a connection that an operator has just closed</comment>
        <translation>Getrennt</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message numerus="yes">
        <source>%n other reader(s) of this topic keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</source>
        <translation>
            <numerusform>%n anderer Empfänger dieses Topics kommt mit: Das Problem ist &lt;b&gt;die eigene Leitung dieses Empfängers&lt;/b&gt;.</numerusform>
            <numerusform>%n andere Empfänger dieses Topics kommen mit: Das Problem ist &lt;b&gt;die eigene Leitung dieses Empfängers&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The publisher is steady and %n other reader(s) keep up: the trouble is &lt;b&gt;this reader’s own line&lt;/b&gt;.</source>
        <translation>
            <numerusform>Der Sender ist stabil, und %n anderer Empfänger kommt mit: Das Problem ist &lt;b&gt;die eigene Leitung dieses Empfängers&lt;/b&gt;.</numerusform>
            <numerusform>Der Sender ist stabil, und %n andere Empfänger kommen mit: Das Problem ist &lt;b&gt;die eigene Leitung dieses Empfängers&lt;/b&gt;.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 readers of this topic are in trouble: look at &lt;b&gt;the publisher or the relay&lt;/b&gt;.</source>
        <translation>%1 von %2 Empfängern dieses Topics haben Probleme: &lt;b&gt;Sender oder Relay&lt;/b&gt; prüfen.</translation>
    </message>
    <message>
        <source>%1 readers in trouble are behind %2: the trouble is &lt;b&gt;that network&lt;/b&gt;.</source>
        <translation>%1 Empfänger mit Problemen liegen hinter %2: Das Problem ist &lt;b&gt;dieses Netz&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nobody publishes&lt;/b&gt; to this topic now.</source>
        <translation>An dieses Topic &lt;b&gt;sendet zurzeit niemand&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Nothing comes in for this topic: &lt;b&gt;the publisher fell silent&lt;/b&gt;.</source>
        <translation>Für dieses Topic kommt nichts an: &lt;b&gt;Der Sender ist verstummt&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>The topic gets less than half of its five-minute mean: &lt;b&gt;the publisher slowed down&lt;/b&gt;.</source>
        <translation>Das Topic bekommt weniger als die Hälfte seines Fünf-Minuten-Mittels: &lt;b&gt;Der Sender ist langsamer geworden&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>relay::client::AdminClient</name>
    <message>
        <source>The socket %1 takes connections but does not answer as relayd does.</source>
        <translation>Der Socket %1 nimmt Verbindungen an, antwortet aber nicht wie relayd.</translation>
    </message>
    <message>
        <source>No relayd was found; looked for %1. Start relayd, or name the socket of the one that runs.</source>
        <translation>Kein relayd gefunden; gesucht wurde %1. relayd starten oder den Socket des laufenden angeben.</translation>
    </message>
    <message>
        <source>relayd at %1 sent a line longer than its own limit; the connection was given up.</source>
        <translation>relayd an %1 hat eine Zeile gesendet, die länger ist als seine eigene Grenze; die Verbindung wurde aufgegeben.</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak relay-admin/1.</source>
        <translation>Was an %1 antwortet, spricht nicht relay-admin/1.</translation>
    </message>
    <message>
        <source>relayd refused the session.</source>
        <translation>relayd hat die Sitzung abgelehnt.</translation>
    </message>
    <message>
        <source>relayd at %1 speaks another version of the admin protocol; update relayd or this program.</source>
        <translation>relayd an %1 spricht eine andere Version des Admin-Protokolls; relayd oder dieses Programm aktualisieren.</translation>
    </message>
    <message>
        <source>relayd at %1 no longer answers.</source>
        <translation>relayd an %1 antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>There is no connection to relayd.</source>
        <translation>Es besteht keine Verbindung zu relayd.</translation>
    </message>
    <message>
        <source>relayd at %1 ended the connection.</source>
        <translation>relayd an %1 hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>There is no admin socket at %1. Start relayd, or name the socket of the one that runs.</source>
        <translation>An %1 gibt es keinen Admin-Socket. relayd starten oder den Socket des laufenden angeben.</translation>
    </message>
    <message>
        <source>Nobody listens on the admin socket %1: relayd has stopped. Start it again.</source>
        <translation>Am Admin-Socket %1 lauscht niemand: relayd läuft nicht mehr. relayd wieder starten.</translation>
    </message>
    <message>
        <source>You may not open the admin socket %1. Join the group relay-admin, or run as the user of relayd.</source>
        <translation>Für den Admin-Socket %1 fehlt die Berechtigung. Der Gruppe relay-admin beitreten oder als Benutzer von relayd starten.</translation>
    </message>
    <message>
        <source>The connection to relayd at %1 failed: %2.</source>
        <translation>Die Verbindung zu relayd an %1 ist fehlgeschlagen: %2.</translation>
    </message>
</context>
<context>
    <name>relay::gui::Actions</name>
    <message>
        <source>&amp;Inspect</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show all that is known of the selected connection</source>
        <translation>Alles zeigen, was über die ausgewählte Verbindung bekannt ist</translation>
    </message>
    <message>
        <source>&amp;Kick</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Kick</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Close the selected connections now. They may connect again.</source>
        <translation>Die ausgewählten Verbindungen jetzt trennen. Erneutes Verbinden ist möglich.</translation>
    </message>
    <message>
        <source>Kick with a &amp;reason…</source>
        <translation>Mit &amp;Begründung trennen…</translation>
    </message>
    <message>
        <source>Kick with a reason…</source>
        <translation>Mit Begründung trennen…</translation>
    </message>
    <message>
        <source>Close the selected connections and tell them why</source>
        <translation>Die ausgewählten Verbindungen trennen und den Grund mitteilen</translation>
    </message>
    <message>
        <source>Show only this &amp;topic</source>
        <translation>Nur dieses To&amp;pic zeigen</translation>
    </message>
    <message>
        <source>Show only this topic</source>
        <translation>Nur dieses Topic zeigen</translation>
    </message>
    <message>
        <source>Show only this &amp;address</source>
        <translation>Nur diese &amp;Adresse zeigen</translation>
    </message>
    <message>
        <source>Show only this address</source>
        <translation>Nur diese Adresse zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>Die ausgewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Show in r&amp;outing</source>
        <translation>&amp;Route zeigen</translation>
    </message>
    <message>
        <source>Show in routing</source>
        <translation>Route zeigen</translation>
    </message>
    <message>
        <source>Their connections</source>
        <translation>Zugehörige Verbindungen</translation>
    </message>
    <message>
        <source>Show the connections of the selected topic</source>
        <translation>Die Verbindungen des ausgewählten Topics zeigen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>C&amp;lear filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Topics</source>
        <translation>&amp;Topics</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>&amp;Routing</source>
        <translation>&amp;Routen</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Free&amp;ze</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold rows and order still; the relay goes on</source>
        <translation>Zeilen und Reihenfolge festhalten; das Relay läuft weiter</translation>
    </message>
    <message>
        <source>Try &amp;now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Connect to the relay at once</source>
        <translation>Sofort mit dem Relay verbinden</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Their co&amp;nnections</source>
        <translation>Zugehörige &amp;Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Show them</source>
        <extracomment>the changes that waited while the view was frozen</extracomment>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Let rows and order go on</source>
        <translation>Zeilen und Reihenfolge laufen wieder mit</translation>
    </message>
    <message>
        <source>&amp;Deny booking…</source>
        <translation>Buchung &amp;sperren…</translation>
    </message>
    <message>
        <source>Deny booking…</source>
        <translation>Buchung sperren…</translation>
    </message>
    <message>
        <source>Cut all connections of the booking and let it in no more</source>
        <translation>Alle Verbindungen der Buchung trennen und sie nicht mehr einlassen</translation>
    </message>
    <message>
        <source>&amp;Undo the denial</source>
        <translation>Sperre auf&amp;heben</translation>
    </message>
    <message>
        <source>Undo the denial</source>
        <translation>Sperre aufheben</translation>
    </message>
    <message>
        <source>Let what was denied last in again</source>
        <translation>Wieder einlassen, was zuletzt gesperrt wurde</translation>
    </message>
    <message>
        <source>Show &amp;what ssh says</source>
        <translation>Zeigen, was ssh &amp;meldet</translation>
    </message>
    <message>
        <source>Show what ssh says</source>
        <translation>Zeigen, was ssh meldet</translation>
    </message>
    <message>
        <source>What ssh wrote while it connected</source>
        <translation>Was ssh beim Verbinden geschrieben hat</translation>
    </message>
</context>
<context>
    <name>relay::gui::CommandLine</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>Button, for screen readers: the command</comment>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>relay::gui::CommandPalette</name>
    <message>
        <source>Find or run a command</source>
        <translation>Finden oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Topic, address, booking or command</source>
        <translation>Topic, Adresse, Buchung oder Befehl</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Up and Down choose    Enter goes there    Tab completes</source>
        <translation>Auf und Ab wählen    Enter geht hin    Tab ergänzt</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <extracomment>what was typed into the command palette</extracomment>
        <translation>Nichts passt zu „%1“.</translation>
    </message>
</context>
<context>
    <name>relay::gui::ConnectionTable</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>relay::gui::Denier</name>
    <message>
        <source>Nothing was denied.</source>
        <translation>Nichts wurde gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) cut.</source>
        <comment>What came of a denial</comment>
        <translation>
            <numerusform>%n Verbindung getrennt.</numerusform>
            <numerusform>%n Verbindungen getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It stays out until %1.</source>
        <translation>Sie bleibt gesperrt bis %1.</translation>
    </message>
    <message>
        <source>The last is out until %1.</source>
        <translation>Die letzte ist gesperrt bis %1.</translation>
    </message>
    <message>
        <source>The relay could not write it to disk: a restart would undo it.</source>
        <translation>Das Relay konnte es nicht auf die Platte schreiben: ein Neustart höbe es auf.</translation>
    </message>
    <message>
        <source>Denied: %1.</source>
        <translation>Gesperrt: %1.</translation>
    </message>
    <message>
        <source>Still denied.</source>
        <translation>Weiterhin gesperrt.</translation>
    </message>
    <message>
        <source>Allowed again: %1.</source>
        <translation>Wieder zugelassen: %1.</translation>
    </message>
    <message>
        <source>What was cut may connect again.</source>
        <translation>Was getrennt wurde, kann sich wieder verbinden.</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>Buchung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n Buchung</numerusform>
            <numerusform>%n Buchungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::FilterBar</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>Die Spalten der Tabelle wählen</translation>
    </message>
</context>
<context>
    <name>relay::gui::FilterField</name>
    <message>
        <source>Words, or topic: role: kind: status: address: agent: booking:, or drops&gt; queue&gt; rtt&gt; in&gt; out&gt; and a number</source>
        <translation>Wörter, oder topic: role: kind: status: address: agent: booking:, oder drops&gt; queue&gt; rtt&gt; in&gt; out&gt; und eine Zahl</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <comment>Placeholder of the filter field, with an example</comment>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>relay::gui::FirstRunPage</name>
    <message>
        <source>The relay is running. Nothing is connected yet.</source>
        <translation>Das Relay läuft. Noch ist nichts verbunden.</translation>
    </message>
    <message>
        <source>Three lines bring the first picture through it. Paste them into a terminal on this computer; the connections appear here as they open.</source>
        <translation>Drei Zeilen bringen das erste Bild hindurch. In ein Terminal auf diesem Rechner einfügen; die Verbindungen erscheinen hier, sobald sie entstehen.</translation>
    </message>
    <message>
        <source>Send video</source>
        <comment>First step</comment>
        <translation>Video senden</translation>
    </message>
    <message>
        <source>a test picture, 25 frames a second</source>
        <translation>ein Testbild, 25 Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Watch it</source>
        <comment>Second step</comment>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>in any browser</source>
        <translation>in einem beliebigen Browser</translation>
    </message>
    <message>
        <source>Exchange messages</source>
        <comment>Third step</comment>
        <translation>Nachrichten austauschen</translation>
    </message>
    <message>
        <source>the same line in each of two terminals, then type</source>
        <translation>dieselbe Zeile in zwei Terminals, dann tippen</translation>
    </message>
    <message>
        <source>The table takes this place at the first connection.</source>
        <translation>Mit der ersten Verbindung tritt die Tabelle an diese Stelle.</translation>
    </message>
</context>
<context>
    <name>relay::gui::HeaderBar</name>
    <message>
        <source>Theme and language</source>
        <translation>Darstellung und Sprache</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Relays that this window shows</source>
        <translation>Relays, die dieses Fenster zeigt</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Keine Alarme</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <comment>Bell in the top bar</comment>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Kicker</name>
    <message>
        <source>%1 on %2</source>
        <comment>Connection that was kicked: address, topic</comment>
        <translation>%1 an %2</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>How many were kicked</comment>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not kicked: %1.</source>
        <translation>Nicht getrennt: %1.</translation>
    </message>
    <message>
        <source>Already gone: %1.</source>
        <translation>Schon beendet: %1.</translation>
    </message>
    <message>
        <source>Nothing was closed.</source>
        <translation>Nichts wurde getrennt.</translation>
    </message>
    <message numerus="yes">
        <source>%n had already gone.</source>
        <comment>Of those to be kicked</comment>
        <translation>
            <numerusform>%n war schon beendet.</numerusform>
            <numerusform>%n waren schon beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kicked: %1.</source>
        <translation>Getrennt: %1.</translation>
    </message>
    <message>
        <source>It may connect again.</source>
        <translation>Erneutes Verbinden ist möglich.</translation>
    </message>
    <message>
        <source>They may connect again.</source>
        <translation>Erneutes Verbinden ist möglich.</translation>
    </message>
</context>
<context>
    <name>relay::gui::LookMenus</name>
    <message>
        <source>Th&amp;eme</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <comment>Theme</comment>
        <translation>&amp;Wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <comment>Theme</comment>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <comment>Theme</comment>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>relay::gui::MainWindow</name>
    <message>
        <source>About Relay</source>
        <translation>Über Relay</translation>
    </message>
    <message>
        <source>Relay %1

A websocket relay for remote laboratories: one sends, many see.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Relay %1

Ein WebSocket-Relay für Fernlabore: Einer sendet, viele sehen.
Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Relay</source>
        <comment>Title of the window</comment>
        <translation>Relay</translation>
    </message>
</context>
<context>
    <name>relay::gui::Menus</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Relay</source>
        <translation>&amp;Relay</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>S&amp;palten</translation>
    </message>
</context>
<context>
    <name>relay::gui::ModeBadge</name>
    <message>
        <source>open: anybody may connect</source>
        <comment>Mode of the relay</comment>
        <translation>offen: jeder darf sich verbinden</translation>
    </message>
    <message>
        <source>secured</source>
        <comment>Mode of the relay</comment>
        <translation>gesichert</translation>
    </message>
    <message>
        <source>This relay has no secret: whoever reaches it may read and write every topic.</source>
        <translation>Dieses Relay hat kein Geheimnis: Wer es erreicht, darf jedes Topic lesen und beschreiben.</translation>
    </message>
    <message>
        <source>This relay lets in only those who have a token.</source>
        <translation>Dieses Relay lässt nur ein, wer ein Token hat.</translation>
    </message>
</context>
<context>
    <name>relay::gui::RelayPage</name>
    <message>
        <source>Frozen at %1.</source>
        <comment>Strip of the frozen view</comment>
        <translation>Angehalten um %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting. The relay goes on, and so do the figures above.</source>
        <comment>Strip of the frozen view</comment>
        <translation>
            <numerusform>%Ln Änderung wartet. Das Relay läuft weiter, ebenso die Zahlen oben.</numerusform>
            <numerusform>%Ln Änderungen warten. Das Relay läuft weiter, ebenso die Zahlen oben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shown</source>
        <comment>Rows of the table</comment>
        <translation>%1 angezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>Rows of the table</comment>
        <translation>%1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <comment>Rows of the table, time</comment>
        <translation>%1, Stand %2</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) a second</source>
        <comment>Status bar</comment>
        <translation>
            <numerusform>%n Aktualisierung pro Sekunde</numerusform>
            <numerusform>%n Aktualisierungen pro Sekunde</numerusform>
        </translation>
    </message>
    <message>
        <source>relay lag %1 ms</source>
        <comment>Status bar: how late the relay&apos;s own timer comes</comment>
        <translation>Relay-Verzug %1 ms</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <comment>Status bar</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Last update %1 ago</source>
        <comment>Status bar</comment>
        <translation>Letzte Aktualisierung vor %1</translation>
    </message>
    <message>
        <source>%1 %2, up %3</source>
        <comment>Status bar: program, version, duration</comment>
        <translation>%1 %2, läuft seit %3</translation>
    </message>
    <message>
        <source>Your role here is %1. To close connections you need to be an operator or admin.</source>
        <translation>Die Rolle hier ist %1. Zum Trennen von Verbindungen ist operator oder admin nötig.</translation>
    </message>
    <message>
        <source>What is selected belongs to no booking.</source>
        <translation>Was ausgewählt ist, gehört zu keiner Buchung.</translation>
    </message>
</context>
<context>
    <name>relay::gui::RelayTabs</name>
    <message>
        <source>%1: %2</source>
        <comment>Tab of a relay, for screen readers: name and state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close %1</source>
        <extracomment>relay</extracomment>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>relay::gui::Sidebar</name>
    <message>
        <source>Views and filters</source>
        <translation>Ansichten und Filter</translation>
    </message>
</context>
<context>
    <name>relay::gui::SidebarModel</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>Group of the sidebar: kinds of topics</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
</context>
<context>
    <name>relay::gui::SshTransport</name>
    <message>
        <source>ssh did not get through to %1 within 30 seconds.</source>
        <extracomment>ssh; host</extracomment>
        <translation>ssh ist in 30 Sekunden nicht zu %1 durchgekommen.</translation>
    </message>
    <message>
        <source>No directory can be made for the socket of ssh: %1.</source>
        <translation>Für den Socket von ssh lässt sich kein Ordner anlegen: %1.</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>Das Programm %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The program %1 was not found. Install openssh-client.</source>
        <translation>Das Programm %1 wurde nicht gefunden. openssh-client installieren.</translation>
    </message>
</context>
<context>
    <name>relay::gui::TablePage</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>relay::gui::TopicModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>In</source>
        <comment>Column: what the publishers of a topic send</comment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>Column: what the readers of a topic get</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Drops</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Slow readers</source>
        <translation>Langsame Empfänger</translation>
    </message>
    <message>
        <source>Last</source>
        <comment>Column: time since the last message</comment>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>s ago</source>
        <translation>vor s</translation>
    </message>
    <message>
        <source>Of its readers, %1 lose messages and %2 are slow.</source>
        <translation>Von seinen Empfängern verlieren %1 Nachrichten, und %2 sind langsam.</translation>
    </message>
    <message>
        <source>More than one publisher sends video here: readers get their pictures mixed. Kick the one that does not belong.</source>
        <translation>Mehr als ein Sender schickt Video hierher: Die Empfänger bekommen die Bilder vermischt. Den Sender trennen, der nicht hierher gehört.</translation>
    </message>
    <message>
        <source>Delivered in the last minute; now %1 %2</source>
        <translation>In der letzten Minute zugestellt; jetzt %1 %2</translation>
    </message>
    <message>
        <source>%1 messages dropped in all</source>
        <translation>Insgesamt %1 Nachrichten verworfen</translation>
    </message>
</context>
<context>
    <name>relay::gui::TopicTable</name>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
</context>
<context>
    <name>relay::gui::Tray</name>
    <message>
        <source>Relay</source>
        <comment>Title of the window</comment>
        <translation>Relay</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <comment>Tray</comment>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s) that do not answer</source>
        <comment>Tray</comment>
        <translation>
            <numerusform>%n Relay, das nicht antwortet</numerusform>
            <numerusform>%n Relays, die nicht antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well</source>
        <comment>Tray: no alerts</comment>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>relay::gui::VitalsRow</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 this minute</source>
        <comment>Connections gained or lost, with its sign</comment>
        <translation>%1 in dieser Minute</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>In</source>
        <comment>What the relay gets</comment>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>What the relay sends</comment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Round trip p95</source>
        <translation>Umlaufzeit p95</translation>
    </message>
    <message>
        <source>Show all connections</source>
        <translation>Alle Verbindungen zeigen</translation>
    </message>
    <message>
        <source>Show the topics</source>
        <translation>Die Topics zeigen</translation>
    </message>
    <message>
        <source>Show those that send</source>
        <translation>Die zeigen, die senden</translation>
    </message>
    <message>
        <source>Show those that are sent to</source>
        <translation>Die zeigen, an die gesendet wird</translation>
    </message>
    <message>
        <source>Messages that slow readers lost in the last second. Show who loses some</source>
        <translation>Nachrichten, die langsame Empfänger in der letzten Sekunde verloren haben. Zeigen, wer welche verliert</translation>
    </message>
    <message>
        <source>19 of 20 connections answer at least as fast. Show those over 200 ms</source>
        <translation>19 von 20 Verbindungen antworten mindestens so schnell. Die über 200 ms zeigen</translation>
    </message>
</context>
<context>
    <name>relay::gui::WindowActions</name>
    <message>
        <source>F&amp;ind or run a command…</source>
        <translation>&amp;Finden oder Befehl ausführen…</translation>
    </message>
    <message>
        <source>Find or run a command</source>
        <translation>Finden oder Befehl ausführen</translation>
    </message>
    <message>
        <source>&amp;Connect to a relay…</source>
        <translation>Mit einem Relay &amp;verbinden…</translation>
    </message>
    <message>
        <source>Connect to a relay…</source>
        <translation>Mit einem Relay verbinden…</translation>
    </message>
    <message>
        <source>Show a further relay, on this computer or over ssh, in a tab of its own</source>
        <translation>Ein weiteres Relay in eigenem Reiter zeigen, von diesem Rechner oder über ssh</translation>
    </message>
    <message>
        <source>C&amp;lose this relay</source>
        <translation>Dieses Relay &amp;schließen</translation>
    </message>
    <message>
        <source>Close this relay</source>
        <translation>Dieses Relay schließen</translation>
    </message>
    <message>
        <source>Close the tab. The relay goes on without this window.</source>
        <translation>Den Reiter schließen. Das Relay läuft ohne dieses Fenster weiter.</translation>
    </message>
    <message>
        <source>Ne&amp;xt relay</source>
        <translation>&amp;Nächstes Relay</translation>
    </message>
    <message>
        <source>Next relay</source>
        <translation>Nächstes Relay</translation>
    </message>
    <message>
        <source>&amp;Previous relay</source>
        <translation>V&amp;origes Relay</translation>
    </message>
    <message>
        <source>Previous relay</source>
        <translation>Voriges Relay</translation>
    </message>
    <message>
        <source>Narrow &amp;sidebar</source>
        <translation>Schmale &amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Narrow sidebar</source>
        <translation>Schmale Seitenleiste</translation>
    </message>
    <message>
        <source>Show &amp;menu bar</source>
        <translation>&amp;Menüleiste zeigen</translation>
    </message>
    <message>
        <source>Show menu bar</source>
        <translation>Menüleiste zeigen</translation>
    </message>
    <message>
        <source>&amp;About Relay</source>
        <translation>Ü&amp;ber Relay</translation>
    </message>
    <message>
        <source>About Relay</source>
        <translation>Über Relay</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>relay::gui::Workspace</name>
    <message>
        <source>Select a topic to see its connections or its route.</source>
        <translation>Ein Topic auswählen, um seine Verbindungen oder seine Route zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Topics</comment>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a connection to inspect or to kick it.</source>
        <translation>Eine Verbindung auswählen, um Details zu sehen oder sie zu trennen.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Connections</comment>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection matches %1.</source>
        <translation>Keine Verbindung passt zu %1.</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>Nichts ist verbunden.</translation>
    </message>
    <message>
        <source>No topic matches %1.</source>
        <translation>Kein Topic passt zu %1.</translation>
    </message>
    <message>
        <source>There are no topics. A topic appears with its first connection.</source>
        <translation>Es gibt keine Topics. Ein Topic erscheint mit seiner ersten Verbindung.</translation>
    </message>
</context>
<context>
    <name>relay::gui::chart::ThroughputPanel</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Throughput of the relay, last five minutes</source>
        <translation>Durchsatz des Relays, letzte fünf Minuten</translation>
    </message>
    <message>
        <source>Out</source>
        <extracomment>the sum of what the relay sends to, and gets from, everybody</extracomment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Out %1, in %2</source>
        <translation>Ausgang %1, Eingang %2</translation>
    </message>
</context>
<context>
    <name>relay::gui::chart::ThroughputPlot</name>
    <message>
        <source>no data since %1</source>
        <translation>keine Daten seit %1</translation>
    </message>
    <message>
        <source>no data for %1 s</source>
        <translation>%1 s ohne Daten</translation>
    </message>
    <message>
        <source>no data for %1 min</source>
        <translation>%1 min ohne Daten</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::ConnectDialog</name>
    <message>
        <source>No relayd was found in the usual places.</source>
        <translation>An den üblichen Orten wurde kein relayd gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n found in the usual places.</source>
        <comment>Sockets of relayd</comment>
        <translation>
            <numerusform>%n an den üblichen Orten gefunden.</numerusform>
            <numerusform>%n an den üblichen Orten gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Name the host that ssh should connect to.</source>
        <translation>Den Host angeben, zu dem ssh verbinden soll.</translation>
    </message>
    <message>
        <source>Name the socket of a relayd on this computer.</source>
        <translation>Den Socket eines relayd auf diesem Rechner angeben.</translation>
    </message>
    <message>
        <source>Private key of ssh</source>
        <translation>Privater Schlüssel von ssh</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::DenyDialog</name>
    <message numerus="yes">
        <source>Deny %n booking(s)</source>
        <translation>
            <numerusform>%n Buchung sperren</numerusform>
            <numerusform>%n Buchungen sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Deny booking %1 on %2</source>
        <extracomment>%1 is a booking, %2 the name of the relay</extracomment>
        <translation>Buchung %1 sperren: %2</translation>
    </message>
    <message numerus="yes">
        <source>Deny %n booking(s) on %1</source>
        <extracomment>%1 is the name of the relay</extracomment>
        <translation>
            <numerusform>%n Buchung sperren: %1</numerusform>
            <numerusform>%n Buchungen sperren: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections that will be cut</source>
        <translation>Verbindungen, die getrennt werden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>For operators: kept in the deny list and in the log. The clients do not see it.</source>
        <translation>Für das Personal: Sie steht in der Sperrliste und im Log. Die Clients sehen sie nicht.</translation>
    </message>
    <message>
        <source>Deny booking</source>
        <comment>Button</comment>
        <translation>Buchung sperren</translation>
    </message>
    <message numerus="yes">
        <source>Deny %n</source>
        <comment>Button: the verb and the number of bookings</comment>
        <translation>
            <numerusform>%n sperren</numerusform>
            <numerusform>%n sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no connections now.</source>
        <translation>Derzeit ohne Verbindungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will be cut.</source>
        <comment>What denying bookings does</comment>
        <translation>
            <numerusform>%n Verbindung wird getrennt.</numerusform>
            <numerusform>%n Verbindungen werden getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A booking without connections stays out for 24 hours.</source>
        <translation>Eine Buchung ohne Verbindungen bleibt 24 Stunden gesperrt.</translation>
    </message>
    <message>
        <source>The booking stays out until its last token ends, at %1.</source>
        <translation>Die Buchung bleibt gesperrt, bis ihr letztes Token abläuft (%1).</translation>
    </message>
    <message>
        <source>Each stays out until its last token ends, the last at %1.</source>
        <translation>Jede bleibt gesperrt, bis ihr letztes Token abläuft, das letzte von allen: %1.</translation>
    </message>
    <message>
        <source>The denial can be undone, the cut can’t.</source>
        <translation>Die Sperre lässt sich aufheben, die Trennung nicht.</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::KickDialog</name>
    <message numerus="yes">
        <source>Kick %n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung trennen</numerusform>
            <numerusform>%n Verbindungen trennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n connection(s) from %1</source>
        <extracomment>%1 is the name of the relay</extracomment>
        <translation>
            <numerusform>%n Verbindung trennen: %1</numerusform>
            <numerusform>%n Verbindungen trennen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It may connect again at once. A kick can’t be undone.</source>
        <translation>Erneutes Verbinden ist sofort möglich. Das Trennen lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>They may connect again at once. A kick can’t be undone.</source>
        <translation>Erneutes Verbinden ist sofort möglich. Das Trennen lässt sich nicht zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>Kick %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>%n trennen</numerusform>
            <numerusform>%n trennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Sent to the clients with the close code 4000.</source>
        <translation>Geht mit dem Schließcode 4000 an die Clients.</translation>
    </message>
    <message>
        <source>Connections that will be kicked</source>
        <translation>Verbindungen, die getrennt werden</translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::OrderDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <extracomment>the name of a key</extracomment>
        <translation>Strg+Return</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, %1</source>
        <extracomment>below a sample of connections; %1 is &quot;on 3 topics&quot;</extracomment>
        <translation>
            <numerusform>und %n weitere, %1</numerusform>
            <numerusform>und %n weitere, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n topic(s) in all</source>
        <translation>
            <numerusform>insgesamt an %n Topic</numerusform>
            <numerusform>insgesamt an %n Topics</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may go dark.</source>
        <translation>%1 kann verstummen.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) may go dark.</source>
        <translation>
            <numerusform>%n Topic kann verstummen.</numerusform>
            <numerusform>%n Topics können verstummen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a publisher:</source>
        <translation>Das ist ein Sender:</translation>
    </message>
    <message numerus="yes">
        <source>%n publisher(s) among them:</source>
        <translation>
            <numerusform>Darunter %n Sender:</numerusform>
            <numerusform>Darunter %n Sender:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %n more byte(s).</source>
        <extracomment>how much may still be typed</extracomment>
        <translation>
            <numerusform>Platz für noch %n Byte.</numerusform>
            <numerusform>Platz für noch %n Bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::SshDialog</name>
    <message>
        <source>Nothing yet.</source>
        <comment>ssh has not written anything</comment>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>What ssh to %1 says</source>
        <extracomment>host</extracomment>
        <translation>Was ssh zu %1 meldet</translation>
    </message>
    <message>
        <source>To try it by hand: %1</source>
        <extracomment>a command</extracomment>
        <translation>Von Hand zu versuchen mit: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::ColumnHeads</name>
    <message>
        <source>Publishers, %1</source>
        <translation>Sender, %1</translation>
    </message>
    <message>
        <source>Topics, %1</source>
        <translation>Topics, %1</translation>
    </message>
    <message>
        <source>Subscribers, %1</source>
        <translation>Empfänger, %1</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::RoutePanel</name>
    <message>
        <source>Route of the selection</source>
        <translation>Route der Auswahl</translation>
    </message>
    <message>
        <source>Select a connection to see who publishes to its topic and who reads it.</source>
        <translation>Eine Verbindung auswählen, um zu sehen, wer an ihr Topic sendet und wer es empfängt.</translation>
    </message>
    <message>
        <source>The selected connection has closed.</source>
        <translation>Die ausgewählte Verbindung ist beendet.</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::RoutingLegend</name>
    <message>
        <source>Line width</source>
        <translation>Linienbreite</translation>
    </message>
    <message>
        <source>dropping: dashes are the share delivered</source>
        <translation>Verluste: Striche sind der zugestellte Anteil</translation>
    </message>
    <message>
        <source>slow: all delivered, late</source>
        <translation>langsam: alles zugestellt, spät</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle falten</translation>
    </message>
    <message>
        <source>Folds the readers of every topic that you have opened</source>
        <translation>Faltet die Empfänger aller geöffneten Topics</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Scales the graph so that as much as possible is in view (0); Ctrl and the wheel zoom</source>
        <translation>Skaliert den Graphen so, dass möglichst viel zu sehen ist (0); Strg und Mausrad zoomen</translation>
    </message>
</context>
<context>
    <name>relay::gui::graph::RoutingView</name>
    <message>
        <source>Routing: publishers, topics and subscribers</source>
        <translation>Routen: Sender, Topics und Empfänger</translation>
    </message>
    <message>
        <source>No topic matches the filter.</source>
        <translation>Kein Topic passt zum Filter.</translation>
    </message>
    <message>
        <source>Nobody is connected. Publishers, topics and subscribers will stand here.</source>
        <translation>Niemand ist verbunden. Hier stehen dann Sender, Topics und Empfänger.</translation>
    </message>
</context>
<context>
    <name>relay::gui::inspect::InspectDock</name>
    <message>
        <source>Inspect</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>This connection closed at %1. What stands here is the last that was known of it.</source>
        <translation>Diese Verbindung endete um %1. Hier steht, was zuletzt über sie bekannt war.</translation>
    </message>
    <message>
        <source>As of %1: the relay does not answer.</source>
        <translation>Stand %1: Das Relay antwortet nicht.</translation>
    </message>
    <message>
        <source>Select a connection: everything that is known of it stands here.</source>
        <translation>Eine Verbindung auswählen: Hier steht dann alles, was über sie bekannt ist.</translation>
    </message>
</context>
<context>
    <name>relay::gui::inspect::InspectHead</name>
    <message>
        <source>Copy everything that stands here</source>
        <translation>Alles kopieren, was hier steht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the inspect panel</source>
        <translation>Die Details schließen</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>instead of a status: the connection has ended</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <extracomment>a topic and the address of a connection that reads it; then one that publishes to it</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Details</translation>
    </message>
</context>
</TS>
