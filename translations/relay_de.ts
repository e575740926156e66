<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AlertWords</name>
    <message>
        <source>Slow readers</source>
        <translation>Langsame Empfänger</translation>
    </message>
    <message>
        <source>Messages dropped</source>
        <translation>Verworfene Nachrichten</translation>
    </message>
    <message>
        <source>Round trip, slowest 5 %</source>
        <translation>Umlaufzeit, langsamste 5 %</translation>
    </message>
    <message>
        <source>Lag of the relay</source>
        <translation>Verzug des Relays</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections, of the limit</source>
        <translation>Verbindungen, vom Höchstwert</translation>
    </message>
    <message>
        <source>Sent in all</source>
        <translation>Insgesamt gesendet</translation>
    </message>
    <message>
        <source>Silent publishers</source>
        <translation>Stumme Sender</translation>
    </message>
    <message>
        <source>Certificate ends in</source>
        <translation>Zertifikat endet in</translation>
    </message>
    <message>
        <source>Memory, of the limit</source>
        <translation>Speicher, vom Höchstwert</translation>
    </message>
    <message>
        <source>a second</source>
        <comment>Unit behind a number: messages dropped</comment>
        <translation>in der Sekunde</translation>
    </message>
    <message>
        <source>days</source>
        <comment>Unit behind a number</comment>
        <translation>Tage</translation>
    </message>
    <message>
        <source>%1: %2, below %3</source>
        <comment>An alert: metric, value, threshold</comment>
        <translation>%1: %2, unter %3</translation>
    </message>
    <message>
        <source>%1: %2, above %3</source>
        <comment>An alert: metric, value, threshold</comment>
        <translation>%1: %2, über %3</translation>
    </message>
    <message>
        <source>%1: %2, no longer below %3</source>
        <comment>An alert that is over: metric, value, threshold</comment>
        <translation>%1: %2, nicht mehr unter %3</translation>
    </message>
    <message>
        <source>%1: %2, no longer above %3</source>
        <comment>An alert that is over: metric, value, threshold</comment>
        <translation>%1: %2, nicht mehr über %3</translation>
    </message>
</context>
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
    <message>
        <source>,</source>
        <comment>Between the parts of an enumeration</comment>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>HappeningText</name>
    <message>
        <source>%1 %2 was started, process %3</source>
        <comment>Event: program, version, number</comment>
        <translation>%1 %2 wurde gestartet, Prozess %3</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) opened</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n Topic geöffnet</numerusform>
            <numerusform>%n Topics geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1 opened</source>
        <comment>Event</comment>
        <translation>Topic %1 geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) closed</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n Topic geschlossen</numerusform>
            <numerusform>%n Topics geschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1 closed: nobody is on it any more</source>
        <comment>Event</comment>
        <translation>Topic %1 geschlossen: Niemand ist mehr darauf</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) read too slowly</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n Verbindung liest zu langsam</numerusform>
            <numerusform>%n Verbindungen lesen zu langsam</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 on %2 reads too slowly</source>
        <comment>Event</comment>
        <translation>Verbindung %1 auf %2 liest zu langsam</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) read too slowly and lose messages</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n Verbindung liest zu langsam und verliert Nachrichten</numerusform>
            <numerusform>%n Verbindungen lesen zu langsam und verlieren Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 on %2 reads too slowly and loses messages</source>
        <comment>Event</comment>
        <translation>Verbindung %1 auf %2 liest zu langsam und verliert Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) keep up again</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n Verbindung kommt wieder mit</numerusform>
            <numerusform>%n Verbindungen kommen wieder mit</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 on %2 keeps up again after %3</source>
        <comment>Event</comment>
        <translation>Verbindung %1 auf %2 kommt nach %3 wieder mit</translation>
    </message>
    <message numerus="yes">
        <source>Connection %1 on %2 keeps up again after %3 and %n lost message(s)</source>
        <comment>Event</comment>
        <translation>
            <numerusform>Verbindung %1 auf %2 kommt wieder mit, nach %3 mit %n Verlust</numerusform>
            <numerusform>Verbindung %1 auf %2 kommt wieder mit, nach %3 mit %n Verlusten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) refused: %1</source>
        <comment>Event</comment>
        <translation>
            <numerusform>%n Versuch abgewiesen: %1</numerusform>
            <numerusform>%n Versuche abgewiesen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The workers of the relay are in time again</source>
        <comment>Event</comment>
        <translation>Die Worker des Relays sind wieder pünktlich</translation>
    </message>
    <message>
        <source>A worker of the relay came %1 late</source>
        <comment>Event: how much</comment>
        <translation>Ein Worker des Relays kam %1 zu spät</translation>
    </message>
    <message>
        <source>Near the limit of connections: %1 of %2</source>
        <comment>Event</comment>
        <translation>Nahe am Höchstwert der Verbindungen: %1 von %2</translation>
    </message>
    <message>
        <source>No longer near the limit of connections: %1 of %2</source>
        <comment>Event</comment>
        <translation>Nicht mehr nahe am Höchstwert der Verbindungen: %1 von %2</translation>
    </message>
    <message>
        <source>Near the limit of memory: %1 of %2</source>
        <comment>Event</comment>
        <translation>Nahe am Höchstwert des Speichers: %1 von %2</translation>
    </message>
    <message>
        <source>No longer near the limit of memory: %1 of %2</source>
        <comment>Event</comment>
        <translation>Nicht mehr nahe am Höchstwert des Speichers: %1 von %2</translation>
    </message>
    <message>
        <source>The TLS certificate has ended: renew it and reload</source>
        <comment>Event</comment>
        <translation>Das TLS-Zertifikat ist abgelaufen: erneuern und neu laden</translation>
    </message>
    <message>
        <source>The TLS certificate ends within 24 hours</source>
        <comment>Event</comment>
        <translation>Das TLS-Zertifikat läuft binnen 24 Stunden ab</translation>
    </message>
    <message numerus="yes">
        <source>The TLS certificate ends in %n day(s)</source>
        <comment>Event</comment>
        <translation>
            <numerusform>Das TLS-Zertifikat läuft in %n Tag ab</numerusform>
            <numerusform>Das TLS-Zertifikat läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the rule of the alert was changed</source>
        <comment>Event: metric</comment>
        <translation>%1: Die Regel des Alarms wurde geändert</translation>
    </message>
</context>
<context>
    <name>HappeningWords</name>
    <message>
        <source>Start</source>
        <comment>Kind of an event</comment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Slow reader</source>
        <comment>Kind of an event</comment>
        <translation>Liest zu langsam</translation>
    </message>
    <message>
        <source>Losses</source>
        <comment>Kind of an event</comment>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Recovered</source>
        <comment>Kind of an event</comment>
        <translation>Kommt wieder mit</translation>
    </message>
    <message>
        <source>Topic opened</source>
        <comment>Kind of an event</comment>
        <translation>Topic geöffnet</translation>
    </message>
    <message>
        <source>Topic closed</source>
        <comment>Kind of an event</comment>
        <translation>Topic geschlossen</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>Kind of an event</comment>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Lag</source>
        <comment>Kind of an event</comment>
        <translation>Verzug</translation>
    </message>
    <message>
        <source>Connection limit</source>
        <comment>Kind of an event</comment>
        <translation>Höchstzahl</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <comment>Kind of an event</comment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Certificate</source>
        <comment>Kind of an event</comment>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Alert</source>
        <comment>Kind of an event</comment>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alert over</source>
        <comment>Kind of an event</comment>
        <translation>Alarm vorbei</translation>
    </message>
    <message>
        <source>Kick</source>
        <comment>Kind of an event</comment>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Deny list</source>
        <comment>Kind of an event</comment>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Tap</source>
        <comment>Kind of an event</comment>
        <translation>Mitlesen</translation>
    </message>
    <message>
        <source>Drain</source>
        <comment>Kind of an event</comment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Reload</source>
        <comment>Kind of an event</comment>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Log level</source>
        <comment>Kind of an event</comment>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <comment>Kind of an event</comment>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Kick</source>
        <comment>What somebody did to the relay</comment>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Deny</source>
        <comment>What somebody did to the relay</comment>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Allow again</source>
        <comment>What somebody did to the relay</comment>
        <translation>Wieder zulassen</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>What somebody did to the relay</comment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Open a tap</source>
        <comment>What somebody did to the relay</comment>
        <translation>Mitlesen</translation>
    </message>
    <message>
        <source>Close a tap</source>
        <comment>What somebody did to the relay</comment>
        <translation>Mitlesen beenden</translation>
    </message>
    <message>
        <source>Cancel a job</source>
        <comment>What somebody did to the relay</comment>
        <translation>Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Drain</source>
        <comment>What somebody did to the relay</comment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Reload</source>
        <comment>What somebody did to the relay</comment>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Log level</source>
        <comment>What somebody did to the relay</comment>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>Set thresholds</source>
        <comment>What somebody did to the relay</comment>
        <translation>Schwellen setzen</translation>
    </message>
    <message>
        <source>Read configuration</source>
        <comment>What somebody did to the relay</comment>
        <translation>Konfig. ansehen</translation>
    </message>
    <message>
        <source>its time was over</source>
        <comment>Why a tap ended</comment>
        <translation>die Zeit war um</translation>
    </message>
    <message>
        <source>it had its messages</source>
        <comment>Why a tap ended</comment>
        <translation>Höchstzahl erreicht</translation>
    </message>
    <message>
        <source>it was closed</source>
        <comment>Why a tap ended</comment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>it was not read fast enough</source>
        <comment>Why a tap ended</comment>
        <translation>nicht schnell genug gelesen</translation>
    </message>
    <message>
        <source>what it was on has gone</source>
        <comment>Why a tap ended</comment>
        <translation>nicht mehr da, was mitgelesen wurde</translation>
    </message>
    <message>
        <source>everybody</source>
        <comment>Whom an order is about</comment>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <comment>Whom an order is about</comment>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>connection %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <source>booking %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Buchung %1</translation>
    </message>
    <message>
        <source>subject %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Subjekt %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>addresses %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Adressen %1</translation>
    </message>
    <message>
        <source>topic %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Topic %1</translation>
    </message>
    <message>
        <source>all that match %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>alle, die zu %1 passen</translation>
    </message>
    <message>
        <source>job %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Vorgang %1</translation>
    </message>
    <message>
        <source>order %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Befehl %1</translation>
    </message>
    <message>
        <source>tap %1</source>
        <comment>Whom or what an order is about</comment>
        <translation>Mitlesen %1</translation>
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
    <name>OrderText</name>
    <message>
        <source>Kicked by %1: %2</source>
        <comment>Event: who, whom</comment>
        <translation>Getrennt von %1: %2</translation>
    </message>
    <message>
        <source>Denied by %1: %2</source>
        <comment>Event: who, whom</comment>
        <translation>Gesperrt von %1: %2</translation>
    </message>
    <message>
        <source>Taken off the deny list by %1: %2</source>
        <comment>Event: who, whom</comment>
        <translation>Aus der Sperrliste genommen von %1: %2</translation>
    </message>
    <message>
        <source>Tap opened by %1: %2</source>
        <comment>Event: who, on what</comment>
        <translation>Mitlesen begonnen von %1: %2</translation>
    </message>
    <message>
        <source>Log level set by %1: %2 to %3</source>
        <comment>Event: who, category, level</comment>
        <translation>Protokollstufe gesetzt von %1: %2 auf %3</translation>
    </message>
    <message>
        <source>Drain called off by %1</source>
        <comment>Event</comment>
        <translation>Leeren abgesagt von %1</translation>
    </message>
    <message>
        <source>Drain ordered by %1</source>
        <comment>Event</comment>
        <translation>Leeren auf Befehl von %1</translation>
    </message>
    <message>
        <source>Configuration read again, as %1 ordered</source>
        <comment>Event</comment>
        <translation>Konfiguration auf Befehl von %1 neu gelesen</translation>
    </message>
    <message>
        <source>Thresholds of the alerts set by %1</source>
        <comment>Event</comment>
        <translation>Alarmschwellen gesetzt von %1</translation>
    </message>
    <message>
        <source>Order taken back by %1</source>
        <comment>Event</comment>
        <translation>Befehl zurückgenommen von %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Event: an order, and why</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Drain by %1</source>
        <comment>Event: a job, and whose</comment>
        <translation>Leeren durch %1</translation>
    </message>
    <message>
        <source>Kick by %1 (%2)</source>
        <comment>Event: a job, whose, and of what</comment>
        <translation>Trennen durch %1 (%2)</translation>
    </message>
    <message>
        <source>%1 is done: %2 of %3 closed, %4 had left before</source>
        <comment>Event: a job</comment>
        <translation>%1 ist fertig: %2 von %3 geschlossen, %4 schon weg</translation>
    </message>
    <message>
        <source>%1 was cancelled: %2 of %3 closed, %4 had left before</source>
        <comment>Event: a job</comment>
        <translation>%1 wurde abgebrochen: %2 von %3 geschlossen, %4 schon weg</translation>
    </message>
    <message>
        <source>%1 has failed: %2 of %3 closed, %4 had left before</source>
        <comment>Event: a job</comment>
        <translation>%1 ist gescheitert: %2 von %3 geschlossen, %4 schon weg</translation>
    </message>
    <message numerus="yes">
        <source>Tap of %1 ended after %n message(s), %2: %3</source>
        <comment>Event: whose, on what, why it ended</comment>
        <translation>
            <numerusform>Mitlesen durch %1 beendet (%3): %n Nachricht, %2</numerusform>
            <numerusform>Mitlesen durch %1 beendet (%3): %n Nachrichten, %2</numerusform>
        </translation>
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
    <name>RecordFields</name>
    <message>
        <source>Ended</source>
        <comment>Column: how a connection ended</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>At</source>
        <comment>Column: when it happened</comment>
        <translation>Um</translation>
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
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Lasted</source>
        <comment>Column: how long it was connected</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>In</source>
        <comment>Column: what the relay got from a connection</comment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>Column: what the relay sent to a connection</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>Column: which kind of event</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>Column: on what somebody acted</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>Column: what the relay answered to an order</comment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Uid</source>
        <translation>Uid</translation>
    </message>
    <message>
        <source>Pid</source>
        <translation>Pid</translation>
    </message>
    <message>
        <source>Host</source>
        <comment>Column: a computer that offers a shell</comment>
        <translation>Host</translation>
    </message>
    <message>
        <source>Client</source>
        <comment>Column: address of who uses a shell</comment>
        <translation>Client</translation>
    </message>
    <message>
        <source>Host address</source>
        <translation>Adresse des Hosts</translation>
    </message>
    <message>
        <source>Target</source>
        <comment>Column: where a host leads a shell to</comment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>To host</source>
        <translation>Zum Host</translation>
    </message>
    <message>
        <source>To client</source>
        <translation>Zum Client</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>Column: bytes from client to host</comment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>Column: bytes from host to client</comment>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>RTT</source>
        <comment>Column: round trip time</comment>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Resumed</source>
        <comment>Column: how often a shell went on after a break</comment>
        <translation>Fortgesetzt</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Kicked</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>A connection whose token ended</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>A connection that was closed properly</comment>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>Broke off</source>
        <comment>A connection that ended without a word</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Code %1</source>
        <comment>A connection that ended with this code</comment>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>Level of an event</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <comment>Level of an event</comment>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>Level of an event</comment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>Outcome of an order</comment>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>Outcome of an order</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Close code %1</source>
        <comment>How a connection ended</comment>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>RefusalWords</name>
    <message>
        <source>no token</source>
        <comment>Why clients were refused</comment>
        <translation>kein Token</translation>
    </message>
    <message>
        <source>invalid token</source>
        <comment>Why clients were refused</comment>
        <translation>ungültiges Token</translation>
    </message>
    <message>
        <source>token has ended</source>
        <comment>Why clients were refused</comment>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>token not valid yet</source>
        <comment>Why clients were refused</comment>
        <translation>Token noch nicht gültig</translation>
    </message>
    <message>
        <source>token of another relay</source>
        <comment>Why clients were refused</comment>
        <translation>Token eines anderen Relays</translation>
    </message>
    <message>
        <source>token says too little</source>
        <comment>Why clients were refused</comment>
        <translation>Token sagt zu wenig</translation>
    </message>
    <message>
        <source>token of another topic</source>
        <comment>Why clients were refused</comment>
        <translation>Token eines anderen Topics</translation>
    </message>
    <message>
        <source>token does not allow this</source>
        <comment>Why clients were refused</comment>
        <translation>Token erlaubt das nicht</translation>
    </message>
    <message>
        <source>token without a booking</source>
        <comment>Why clients were refused</comment>
        <translation>Token ohne Buchung</translation>
    </message>
    <message>
        <source>booking is denied</source>
        <comment>Why clients were refused</comment>
        <translation>Buchung gesperrt</translation>
    </message>
    <message>
        <source>code unknown, used or too old</source>
        <comment>Why clients were refused</comment>
        <translation>Code unbekannt, verbraucht oder zu alt</translation>
    </message>
    <message>
        <source>too many unused codes of one booking</source>
        <comment>Why clients were refused</comment>
        <translation>zu viele ungenutzte Codes einer Buchung</translation>
    </message>
    <message>
        <source>too many failures of one address</source>
        <comment>Why clients were refused</comment>
        <translation>zu viele Fehlversuche einer Adresse</translation>
    </message>
    <message>
        <source>too many connections of one address</source>
        <comment>Why clients were refused</comment>
        <translation>zu viele Verbindungen einer Adresse</translation>
    </message>
    <message>
        <source>too many connections of one booking</source>
        <comment>Why clients were refused</comment>
        <translation>zu viele Verbindungen einer Buchung</translation>
    </message>
    <message>
        <source>too many connections with one token</source>
        <comment>Why clients were refused</comment>
        <translation>zu viele Verbindungen mit einem Token</translation>
    </message>
    <message>
        <source>page of another origin</source>
        <comment>Why clients were refused</comment>
        <translation>Seite anderer Herkunft</translation>
    </message>
    <message>
        <source>too many handshakes at once</source>
        <comment>Why clients were refused</comment>
        <translation>zu viele Handshakes auf einmal</translation>
    </message>
    <message>
        <source>too many silent connections of one address</source>
        <comment>Why clients were refused</comment>
        <translation>zu viele stumme Verbindungen einer Adresse</translation>
    </message>
    <message>
        <source>silent connection gave way to others</source>
        <comment>Why clients were refused</comment>
        <translation>stumme Verbindung machte anderen Platz</translation>
    </message>
    <message>
        <source>no room for one more connection</source>
        <comment>Why clients were refused</comment>
        <translation>kein Platz für eine weitere Verbindung</translation>
    </message>
    <message>
        <source>relay not ready</source>
        <comment>Why clients were refused</comment>
        <translation>Relay nicht bereit</translation>
    </message>
    <message>
        <source>host of the shell not there</source>
        <comment>Why clients were refused</comment>
        <translation>Host der Shell nicht da</translation>
    </message>
    <message>
        <source>request came too slowly</source>
        <comment>Why clients were refused</comment>
        <translation>Anfrage kam zu langsam</translation>
    </message>
    <message>
        <source>head of the request too large</source>
        <comment>Why clients were refused</comment>
        <translation>Kopf der Anfrage zu groß</translation>
    </message>
    <message>
        <source>body of the request too large</source>
        <comment>Why clients were refused</comment>
        <translation>Rumpf der Anfrage zu groß</translation>
    </message>
    <message>
        <source>malformed request</source>
        <comment>Why clients were refused</comment>
        <translation>fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>other media type</source>
        <comment>Why clients were refused</comment>
        <translation>anderer Medientyp</translation>
    </message>
    <message>
        <source>nothing at this path</source>
        <comment>Why clients were refused</comment>
        <translation>nichts unter diesem Pfad</translation>
    </message>
    <message>
        <source>other method</source>
        <comment>Why clients were refused</comment>
        <translation>andere Methode</translation>
    </message>
    <message>
        <source>not written to disk</source>
        <comment>Why clients were refused</comment>
        <translation>nicht auf die Platte geschrieben</translation>
    </message>
    <message>
        <source>stream was ended</source>
        <comment>Why clients were refused</comment>
        <translation>Datenstrom wurde beendet</translation>
    </message>
    <message>
        <source>address is denied</source>
        <comment>Why clients were refused</comment>
        <translation>Adresse gesperrt</translation>
    </message>
    <message>
        <source>subject is denied</source>
        <comment>Why clients were refused</comment>
        <translation>Subjekt gesperrt</translation>
    </message>
    <message>
        <source>kicked a moment ago</source>
        <comment>Why clients were refused</comment>
        <translation>eben erst getrennt</translation>
    </message>
    <message>
        <source>relay is being drained</source>
        <comment>Why clients were refused</comment>
        <translation>Relay wird geleert</translation>
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
    <message numerus="yes">
        <source>+%n clients</source>
        <comment>Users of a shell folded into one box</comment>
        <translation>
            <numerusform>+%n Client</numerusform>
            <numerusform>+%n Clients</numerusform>
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
    <message>
        <source>Ta&amp;p messages</source>
        <translation>&amp;Mitlesen</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Mitlesen</translation>
    </message>
    <message>
        <source>Look at the messages of the selected connection or topic as they pass; every operator sees that you do</source>
        <translation>Die Nachrichten der gewählten Verbindung oder des Topics ansehen, während sie durchgehen; alle Operatoren sehen das</translation>
    </message>
    <message>
        <source>&amp;Drain the relay…</source>
        <translation>Relay &amp;leeren…</translation>
    </message>
    <message>
        <source>Drain…</source>
        <translation>Leeren…</translation>
    </message>
    <message>
        <source>Let nobody in any more, close the connections one after the other, then end the relay</source>
        <translation>Niemanden mehr einlassen, die Verbindungen nacheinander schließen, dann das Relay beenden</translation>
    </message>
    <message>
        <source>Add to the deny &amp;list…</source>
        <translation>In die Sperrliste au&amp;fnehmen…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Aufnehmen…</translation>
    </message>
    <message>
        <source>Deny a booking, a subject, an address or a network</source>
        <translation>Eine Buchung, ein Subjekt, eine Adresse oder ein Netz sperren</translation>
    </message>
    <message>
        <source>Allow a&amp;gain</source>
        <translation>Wieder &amp;zulassen</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Wieder zulassen</translation>
    </message>
    <message>
        <source>Take the selected entries off the deny list</source>
        <translation>Die gewählten Einträge aus der Sperrliste nehmen</translation>
    </message>
    <message>
        <source>Kick and &amp;deny…</source>
        <translation>Trennen und &amp;sperren…</translation>
    </message>
    <message>
        <source>Kick and deny…</source>
        <translation>Trennen und sperren…</translation>
    </message>
    <message>
        <source>Close the selected connections and let their bookings or addresses in no more</source>
        <translation>Die gewählten Verbindungen schließen und ihre Buchungen oder Adressen nicht mehr einlassen</translation>
    </message>
    <message>
        <source>Close&amp;d</source>
        <translation>&amp;Beendete</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Connections that have ended</source>
        <translation>Verbindungen, die beendet sind</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>What has happened at the relay</source>
        <translation>Was am Relay geschehen ist</translation>
    </message>
    <message>
        <source>Deny list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>A&amp;udit</source>
        <translation>A&amp;udit</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Who has done what to the relay</source>
        <translation>Wer was mit dem Relay getan hat</translation>
    </message>
    <message>
        <source>Shells</source>
        <translation>Shells</translation>
    </message>
    <message>
        <source>Remote shells through the relay</source>
        <translation>Entfernte Shells durch das Relay</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Ansicht speichern…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Take along what is shown: the table or the chart</source>
        <translation>Mitnehmen, was zu sehen ist: die Tabelle oder das Diagramm</translation>
    </message>
    <message>
        <source>Chart as &amp;picture…</source>
        <translation>Diagramm als &amp;Bild…</translation>
    </message>
    <message>
        <source>Chart as picture…</source>
        <translation>Diagramm als Bild…</translation>
    </message>
    <message>
        <source>Chart as C&amp;SV…</source>
        <translation>Diagramm als C&amp;SV…</translation>
    </message>
    <message>
        <source>Chart as CSV…</source>
        <translation>Diagramm als CSV…</translation>
    </message>
    <message>
        <source>Clear f&amp;ilter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>E&amp;vents</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>Den&amp;y list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>A&amp;lerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>S&amp;hells</source>
        <translation>S&amp;hells</translation>
    </message>
    <message>
        <source>Save this vie&amp;w…</source>
        <translation>Ansicht speichern…</translation>
    </message>
    <message>
        <source>&amp;What is shown…</source>
        <translation>&amp;Was zu sehen ist…</translation>
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
        <translation>Finden oder ausführen</translation>
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
    <message>
        <source>subject %1</source>
        <comment>Of a token</comment>
        <translation>Subjekt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n Subjekt</numerusform>
            <numerusform>%n Subjekte</numerusform>
        </translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message numerus="yes">
        <source>%n address(es)</source>
        <comment>How many were denied</comment>
        <translation>
            <numerusform>%n Adresse</numerusform>
            <numerusform>%n Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That were removed</comment>
        <translation>
            <numerusform>%n Sperre</numerusform>
            <numerusform>%n Sperren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::Exporter</name>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Table as &amp;CSV…</source>
        <translation>Tabelle als &amp;CSV…</translation>
    </message>
    <message>
        <source>Table as &amp;JSON…</source>
        <translation>Tabelle als &amp;JSON…</translation>
    </message>
    <message>
        <source>Chart as &amp;picture…</source>
        <translation>Diagramm als &amp;Bild…</translation>
    </message>
    <message>
        <source>Chart as C&amp;SV…</source>
        <translation>Diagramm als C&amp;SV…</translation>
    </message>
    <message>
        <source>&amp;Whole addresses in tables</source>
        <translation>&amp;Ganze Adressen in Tabellen</translation>
    </message>
    <message>
        <source>Addresses are personal data: they are masked unless this is on.</source>
        <translation>Adressen sind persönliche Daten: Sie werden verdeckt, solange dies nicht an ist.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Throughput of %1, %2</source>
        <comment>Title of an exported chart: relay, time</comment>
        <translation>Durchsatz von %1, %2</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 wurde nicht geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <comment>In an exported file</comment>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Addresses are masked.</source>
        <translation>Adressen sind verdeckt.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
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
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Take along what is shown: the table or the chart (%1)</source>
        <translation>Mitnehmen, was zu sehen ist: die Tabelle oder das Diagramm (%1)</translation>
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
    <name>relay::gui::GuardDesk</name>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That are selected</comment>
        <translation>
            <numerusform>%n Sperre</numerusform>
            <numerusform>%n Sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Select what is to be allowed again, or add something.</source>
        <translation>Auswählen, was wieder zugelassen wird, oder etwas aufnehmen.</translation>
    </message>
    <message>
        <source>The relay cannot do this: it is older than this window.</source>
        <translation>Das Relay kann das nicht: Es ist älter als dieses Fenster.</translation>
    </message>
    <message numerus="yes">
        <source>%n denial(s)</source>
        <comment>That were removed</comment>
        <translation>
            <numerusform>%n Sperre</numerusform>
            <numerusform>%n Sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken off the deny list: %1.</source>
        <translation>Aus der Sperrliste genommen: %1.</translation>
    </message>
    <message>
        <source>What was cut may connect again.</source>
        <translation>Was getrennt wurde, kann sich wieder verbinden.</translation>
    </message>
    <message>
        <source>Your role here is %1. To drain the relay you need to be admin.</source>
        <translation>Die Rolle hier ist %1. Um das Relay zu leeren, ist admin nötig.</translation>
    </message>
    <message>
        <source>Not drained.</source>
        <translation>Nicht geleert.</translation>
    </message>
    <message>
        <source>Nothing on the deny list matches %1.</source>
        <translation>Nichts in der Sperrliste passt zu %1.</translation>
    </message>
    <message>
        <source>Nobody is denied. What operators deny stands here, with its end.</source>
        <translation>Niemand ist gesperrt. Was Operatoren sperren, steht hier mit seinem Ende.</translation>
    </message>
    <message>
        <source>Deny list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
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
    <name>relay::gui::JobStrip</name>
    <message>
        <source>Draining the relay</source>
        <comment>Strip of a job</comment>
        <translation>Das Relay wird geleert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>Strip of a job</comment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>Strip of a job</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>Strip of a job</comment>
        <translation>Fertig</translation>
    </message>
    <message numerus="yes">
        <source>Kicking %n</source>
        <comment>Strip of a job</comment>
        <translation>
            <numerusform>%n wird getrennt</numerusform>
            <numerusform>%n werden getrennt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 kicks %n</source>
        <comment>Strip of a job</comment>
        <extracomment>a user, and how many connections</extracomment>
        <translation>
            <numerusform>%1 trennt %n</numerusform>
            <numerusform>%1 trennt %n</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 left</source>
        <comment>Strip of a job</comment>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <comment>Strip of a job</comment>
        <translation>%1 geschlossen</translation>
    </message>
    <message>
        <source>%1 already gone</source>
        <comment>Strip of a job</comment>
        <translation>%1 schon fort</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <comment>Strip of a job</comment>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>%1 left as they are</source>
        <comment>Strip of a job</comment>
        <translation>%1 bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Stop draining</source>
        <translation>Leeren anhalten</translation>
    </message>
    <message>
        <source>Stop the rest</source>
        <translation>Den Rest lassen</translation>
    </message>
    <message>
        <source>What is closed stays closed</source>
        <translation>Was geschlossen ist, bleibt geschlossen</translation>
    </message>
    <message>
        <source>then %1 more</source>
        <comment>Strip of a job: connections that follow when it is done</comment>
        <translation>dann noch %1</translation>
    </message>
</context>
<context>
    <name>relay::gui::JobStrips</name>
    <message numerus="yes">
        <source>%n more job(s) run on the relay.</source>
        <comment>Below the strips of others</comment>
        <translation>
            <numerusform>%n weiterer Vorgang läuft auf dem Relay.</numerusform>
            <numerusform>%n weitere Vorgänge laufen auf dem Relay.</numerusform>
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
    <message>
        <source>The relay cannot do this: it is older than this window.</source>
        <translation>Das Relay kann das nicht: Es ist älter als dieses Fenster.</translation>
    </message>
    <message>
        <source>It would not work: %1</source>
        <translation>Es ginge nicht: %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was done. The relay would close %n connection(s)</source>
        <comment>Trial of a kick</comment>
        <translation>
            <numerusform>Nichts wurde getan. Das Relay würde %n Verbindung schließen</numerusform>
            <numerusform>Nichts wurde getan. Das Relay würde %n Verbindungen schließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n topic(s).</source>
        <translation>
            <numerusform>auf %n Topic.</numerusform>
            <numerusform>auf %n Topics.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked for the first %n only.</source>
        <comment>Connections</comment>
        <translation>
            <numerusform>Nur nach der ersten gefragt (%n).</numerusform>
            <numerusform>Nur nach den ersten %n gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held off for a while: see the deny list.</source>
        <translation>Für eine Weile ferngehalten: siehe Sperrliste.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were left as they are.</source>
        <translation>
            <numerusform>%n Verbindung blieb, wie sie ist.</numerusform>
            <numerusform>%n Verbindungen blieben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all were kicked.</source>
        <translation>Nicht alle wurden getrennt.</translation>
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
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
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
    <name>relay::gui::NameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>relay::gui::RecordPages</name>
    <message>
        <source>No connection has ended since the relay was started.</source>
        <translation>Seit das Relay läuft, ist keine Verbindung beendet worden.</translation>
    </message>
    <message>
        <source>No closed connection matches %1.</source>
        <translation>Keine beendete Verbindung passt zu %1.</translation>
    </message>
    <message>
        <source>Nothing worth telling has happened.</source>
        <translation>Es ist nichts Nennenswertes geschehen.</translation>
    </message>
    <message>
        <source>No event matches %1.</source>
        <translation>Kein Ereignis passt zu %1.</translation>
    </message>
    <message>
        <source>This relay keeps no events. A newer relayd does.</source>
        <translation>Dieses Relay hebt keine Ereignisse auf. Ein neueres relayd tut es.</translation>
    </message>
    <message>
        <source>Nobody has given this relay an order.</source>
        <translation>Niemand hat diesem Relay einen Befehl gegeben.</translation>
    </message>
    <message>
        <source>No order matches %1.</source>
        <translation>Kein Befehl passt zu %1.</translation>
    </message>
    <message>
        <source>This relay keeps no list of orders. A newer relayd does.</source>
        <translation>Dieses Relay führt keine Liste der Befehle. Ein neueres relayd tut es.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Select a shell to inspect its connection or to end it.</source>
        <translation>Eine Shell auswählen, um ihre Verbindung anzusehen oder sie zu beenden.</translation>
    </message>
    <message>
        <source>Nobody uses a shell through this relay.</source>
        <translation>Niemand nutzt eine Shell durch dieses Relay.</translation>
    </message>
    <message>
        <source>No shell matches %1.</source>
        <translation>Keine Shell passt zu %1.</translation>
    </message>
    <message>
        <source>This relay carries no shells. A newer relayd does.</source>
        <translation>Dieses Relay trägt keine Shells. Ein neueres relayd tut es.</translation>
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
    <message>
        <source>Not stopped.</source>
        <translation>Nicht angehalten.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>What the graph shows: topics, connections</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s)</source>
        <comment>What the graph shows</comment>
        <translation>
            <numerusform>%Ln Topic</numerusform>
            <numerusform>%Ln Topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <comment>What the graph shows</comment>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection %1 is not in the table.</source>
        <translation>Verbindung %1 ist nicht in der Tabelle.</translation>
    </message>
    <message>
        <source>The view is frozen: it may have come since.</source>
        <translation>Die Ansicht ist angehalten: Vielleicht kam sie erst danach.</translation>
    </message>
    <message>
        <source>It has closed meanwhile.</source>
        <translation>Sie wurde inzwischen beendet.</translation>
    </message>
    <message>
        <source>Addresses are masked: the filter would show it.</source>
        <translation>Adressen sind verdeckt: Der Filter würde sie zeigen.</translation>
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
    <name>relay::gui::SavedViews</name>
    <message>
        <source>Problems first</source>
        <translation>Probleme zuerst</translation>
    </message>
    <message>
        <source>Ends within 5 min</source>
        <translation>Endet in 5 min</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>Sender</translation>
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
    <message>
        <source>Closed</source>
        <extracomment>connections that have ended</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Deny list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Audit</source>
        <extracomment>who has done what to the relay</extracomment>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Shells</source>
        <translation>Shells</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
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
    <name>relay::gui::TapDesk</name>
    <message>
        <source>Your role here is %1. To look at messages you need to be tap, operator or admin.</source>
        <translation>Die Rolle hier ist %1. Um Nachrichten anzusehen, ist tap, operator oder admin nötig.</translation>
    </message>
    <message>
        <source>What goes through a shell is never shown.</source>
        <translation>Was durch eine Shell geht, wird nie gezeigt.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>who looks at which topic: &quot;ben on spin35-st-video&quot;</extracomment>
        <translation>%1 an %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tap(s) open by you</source>
        <comment>Status bar</comment>
        <translation>
            <numerusform>%n Mitlesen offen, eigenes</numerusform>
            <numerusform>%n Mitlesen offen, eigene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tap(s) open: %1</source>
        <comment>Status bar</comment>
        <extracomment>%1 names the first: &quot;ben on spin35-st-video&quot;</extracomment>
        <translation>
            <numerusform>%n Mitlesen offen: %1</numerusform>
            <numerusform>%n Mitlesen offen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages are being looked at by %1.</source>
        <translation>Nachrichten werden angesehen von %1.</translation>
    </message>
    <message>
        <source>The relay cannot show messages: it is older than this window.</source>
        <translation>Das Relay kann keine Nachrichten zeigen: Es ist älter als dieses Fenster.</translation>
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
    <name>relay::gui::ViewKeeper</name>
    <message>
        <source>View</source>
        <comment>Button of the saved views: none of them is shown</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>View: %1</source>
        <comment>Button of the saved views</comment>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>Save the &amp;changes to &quot;%1&quot;</source>
        <translation>Die Ä&amp;nderungen an &quot;%1&quot; speichern</translation>
    </message>
    <message>
        <source>&amp;Rename &quot;%1&quot;…</source>
        <translation>&quot;%1&quot; &amp;umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Delete &quot;%1&quot;</source>
        <translation>&quot;%1&quot; &amp;löschen</translation>
    </message>
    <message>
        <source>There is a view of this name. It will be replaced.</source>
        <translation>Eine Ansicht dieses Namens gibt es. Sie wird ersetzt.</translation>
    </message>
    <message>
        <source>View, filter, columns and order will be found again in the sidebar.</source>
        <translation>Ansicht, Filter, Spalten und Reihenfolge stehen dann in der Seitenleiste.</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>There is another view of this name.</source>
        <translation>Eine andere Ansicht heißt schon so.</translation>
    </message>
    <message>
        <source>Rename &quot;%1&quot;</source>
        <translation>&quot;%1&quot; umbenennen</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; was deleted.</source>
        <translation>Die Ansicht &quot;%1&quot; wurde gelöscht.</translation>
    </message>
    <message>
        <source>What is shown stays as it is.</source>
        <translation>Was zu sehen ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <comment>Button of the saved views: what is shown is no more as it was saved</comment>
        <translation>%1, geändert</translation>
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
        <source>Find or run a command</source>
        <translation>Finden oder ausführen</translation>
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
    <message>
        <source>Find or ru&amp;n a command…</source>
        <translation>Finden oder Befehl ausführen…</translation>
    </message>
    <message>
        <source>Mas&amp;k addresses</source>
        <translation>Adressen verdec&amp;ken</translation>
    </message>
    <message>
        <source>Mask addresses</source>
        <translation>Adressen verdecken</translation>
    </message>
    <message>
        <source>Addresses are personal data: leave out their last part in all that this window shows</source>
        <translation>Adressen sind persönliche Daten: ihren letzten Teil überall in diesem Fenster weglassen</translation>
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
    <message>
        <source>Select up to eight topics to compare them here.</source>
        <translation>Bis zu acht Topics auswählen, um sie hier zu vergleichen.</translation>
    </message>
    <message>
        <source>Select up to eight connections to compare them here.</source>
        <translation>Bis zu acht Verbindungen auswählen, um sie hier zu vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>Rows</comment>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::chart::ThroughputPanel</name>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Out</source>
        <extracomment>the sum of what the relay sends to, and gets from, everybody</extracomment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out %1, in %2</source>
        <translation>Ausgang %1, Eingang %2</translation>
    </message>
    <message>
        <source>5 min</source>
        <comment>Range of the chart</comment>
        <translation>5 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>Range of the chart</comment>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <comment>Range of the chart</comment>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Follow</source>
        <comment>Chart that was paused or zoomed: show what is new again</comment>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show all of the range again and go on. P pauses, the wheel zooms, dragging moves.</source>
        <translation>Wieder den ganzen Bereich zeigen und weitergehen. P hält an, das Rad zoomt, Ziehen verschiebt.</translation>
    </message>
    <message>
        <source>This relay remembers nothing of the time before this window was opened.</source>
        <translation>Dieses Relay weiß nichts von der Zeit, bevor dieses Fenster aufging.</translation>
    </message>
    <message>
        <source>Selection</source>
        <comment>Chart: what is selected</comment>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Selection, %1 of %2</source>
        <comment>Chart: how many of what is selected</comment>
        <translation>Auswahl, %1 von %2</translation>
    </message>
    <message>
        <source>Selection, %1</source>
        <comment>Chart: how many are selected</comment>
        <translation>Auswahl, %1</translation>
    </message>
    <message>
        <source>All connections</source>
        <comment>Chart: the sum of them</comment>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Throughput of the selection</source>
        <translation>Durchsatz der Auswahl</translation>
    </message>
    <message>
        <source>Throughput of the relay</source>
        <translation>Durchsatz des Relays</translation>
    </message>
    <message>
        <source>%1, in</source>
        <comment>Column of an exported chart</comment>
        <translation>%1, Eingang</translation>
    </message>
    <message>
        <source>%1, out</source>
        <comment>Column of an exported chart</comment>
        <translation>%1, Ausgang</translation>
    </message>
    <message>
        <source>All</source>
        <comment>Chart: the sum of all connections, where there is little room</comment>
        <translation>Alle</translation>
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
    <name>relay::gui::dialogs::DrainDialog</name>
    <message>
        <source>Drain the relay</source>
        <translation>Das Relay leeren</translation>
    </message>
    <message numerus="yes">
        <source>Drain %1, which has %n connection(s)</source>
        <extracomment>%1 is the name of the relay</extracomment>
        <translation>
            <numerusform>Relay mit %n Verbindung leeren: %1</numerusform>
            <numerusform>Relay mit %n Verbindungen leeren: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>From now on it lets nobody in. It closes its connections one after the other, then it ends. You can stop it as long as it runs; what is closed stays closed.</source>
        <translation>Von nun an lässt es niemanden ein. Es schließt seine Verbindungen nacheinander, dann endet es. Solange es läuft, lässt es sich anhalten; was geschlossen ist, bleibt geschlossen.</translation>
    </message>
    <message>
        <source>Connections that will be closed</source>
        <translation>Verbindungen, die geschlossen werden</translation>
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
        <source>At the &amp;latest after</source>
        <translation>&amp;Spätestens nach</translation>
    </message>
    <message>
        <source>At the latest after</source>
        <translation>Spätestens nach</translation>
    </message>
    <message numerus="yes">
        <source>Drain %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>%n leeren</numerusform>
            <numerusform>%n leeren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::KickChoices</name>
    <message>
        <source>What should happen</source>
        <translation>Was geschehen soll</translation>
    </message>
    <message>
        <source>Kick only</source>
        <translation>Nur trennen</translation>
    </message>
    <message>
        <source>It may connect again at once, and most programs do.</source>
        <translation>Sie darf sich sofort wieder verbinden, und die meisten Programme tun es.</translation>
    </message>
    <message>
        <source>They may connect again at once, and most programs do.</source>
        <translation>Sie dürfen sich sofort wieder verbinden, und die meisten Programme tun es.</translation>
    </message>
    <message>
        <source>Kick and hold off for</source>
        <comment>A time follows: 30 s</comment>
        <translation>Trennen und fernhalten für</translation>
    </message>
    <message>
        <source>Until then its address may not come back to the same topic.</source>
        <translation>Bis dahin darf ihre Adresse nicht wieder auf dasselbe Topic.</translation>
    </message>
    <message>
        <source>Until then their addresses may not come back to the same topics.</source>
        <translation>Bis dahin dürfen ihre Adressen nicht wieder auf dieselben Topics.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n booking(s) until each expires</source>
        <translation>
            <numerusform>Trennen und %n Buchung sperren, bis sie abläuft</numerusform>
            <numerusform>Trennen und %n Buchungen sperren, bis jede abläuft</numerusform>
        </translation>
    </message>
    <message>
        <source>The denial can be undone, the kick can’t.</source>
        <translation>Die Sperre lässt sich zurücknehmen, das Trennen nicht.</translation>
    </message>
    <message>
        <source>The last one ends at %1. The denial can be undone, the kick can’t.</source>
        <translation>Die letzte endet um %1. Die Sperre lässt sich zurücknehmen, das Trennen nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n address(es) for</source>
        <comment>A time follows: 1 h 00</comment>
        <translation>
            <numerusform>Trennen und %n Adresse sperren für</numerusform>
            <numerusform>Trennen und %n Adressen sperren für</numerusform>
        </translation>
    </message>
    <message>
        <source>Hits everyone behind that address. The denial can be undone.</source>
        <translation>Trifft alle hinter dieser Adresse. Die Sperre lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Hits everyone behind the same addresses. The denials can be undone.</source>
        <translation>Trifft alle hinter denselben Adressen. Die Sperren lassen sich zurücknehmen.</translation>
    </message>
    <message>
        <source>How long they are held off</source>
        <translation>Wie lange sie ferngehalten werden</translation>
    </message>
    <message>
        <source>How long the addresses are denied</source>
        <translation>Wie lange die Adressen gesperrt sind</translation>
    </message>
    <message numerus="yes">
        <source>It also cuts %n connection(s) that you did not choose.</source>
        <translation>
            <numerusform>Trennt auch %n Verbindung, die nicht gewählt ist.</numerusform>
            <numerusform>Trennt auch %n Verbindungen, die nicht gewählt sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) have no booking: those are only kicked.</source>
        <translation>
            <numerusform>%n Verbindung hat keine Buchung: Sie wird nur getrennt.</numerusform>
            <numerusform>%n Verbindungen haben keine Buchung: Sie werden nur getrennt.</numerusform>
        </translation>
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
        <translation>
            <numerusform>%n Verbindung trennen: %1</numerusform>
            <numerusform>%n Verbindungen trennen: %1</numerusform>
        </translation>
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
        <source>Connections that will be kicked</source>
        <translation>Verbindungen, die getrennt werden</translation>
    </message>
    <message>
        <source>All at once</source>
        <comment>Pace of a kick</comment>
        <translation>Alle auf einmal</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <comment>Pace of a kick</comment>
        <translation>%1 in der Sekunde</translation>
    </message>
    <message>
        <source>The number has changed while you were asked; nothing was done.</source>
        <translation>Die Zahl hat sich inzwischen geändert; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Chosen by the filter %1. If the number has changed when you confirm, nothing happens and you are asked again.</source>
        <extracomment>%1 is the text of the filter</extracomment>
        <translation>Gewählt durch den Filter %1. Ist die Zahl beim Bestätigen eine andere, geschieht nichts, und es wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>These are all connections of the relay: no filter is set.</source>
        <translation>Das sind alle Verbindungen des Relays: Es ist kein Filter gesetzt.</translation>
    </message>
    <message>
        <source>A kick can’t be undone.</source>
        <translation>Das Trennen lässt sich nicht zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n connection(s) on %1</source>
        <extracomment>%1 is the name of the relay, in all three</extracomment>
        <translation>
            <numerusform>%n Verbindung trennen und sperren: %1</numerusform>
            <numerusform>%n Verbindungen trennen und sperren: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick %n connection(s) from %1 and hold them off</source>
        <translation>
            <numerusform>%n Verbindung trennen und fernhalten: %1</numerusform>
            <numerusform>%n Verbindungen trennen und fernhalten: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung trennen und sperren</numerusform>
            <numerusform>%n Verbindungen trennen und sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Sent to the clients with the close code 4000, and kept in the relay&apos;s log.</source>
        <translation>Wird den Clients mit dem Code 4000 gesendet und steht im Log des Relays.</translation>
    </message>
    <message numerus="yes">
        <source>Kick and deny %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>%n trennen und sperren</numerusform>
            <numerusform>%n trennen und sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kick and hold %n</source>
        <comment>Button: the verb and the number of connections</comment>
        <translation>
            <numerusform>%n trennen und fernhalten</numerusform>
            <numerusform>%n trennen und fernhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Those that come back all come back at once.</source>
        <translation>Wer zurückkommt, kommt gleichzeitig zurück.</translation>
    </message>
    <message>
        <source>about %1, so that they do not all come back at once</source>
        <comment>How long a paced kick takes</comment>
        <translation>etwa %1, damit nicht alle gleichzeitig zurückkommen</translation>
    </message>
    <message>
        <source>Type %1 to kick every connection of the relay:</source>
        <extracomment>%1 is the word ALL, which is not translated</extracomment>
        <translation>%1 eingeben, um jede Verbindung des Relays zu trennen:</translation>
    </message>
    <message>
        <source>Try without acting</source>
        <translation>Ohne Folgen versuchen</translation>
    </message>
    <message>
        <source>Ask the relay how many it would close now</source>
        <translation>Das Relay fragen, wie viele es jetzt schließen würde</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <comment>Link: the publishers among those to be kicked</comment>
        <translation>Ausnehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n more connection(s) that you chose have closed meanwhile.</source>
        <translation>
            <numerusform>%n weitere gewählte Verbindung wurde inzwischen beendet.</numerusform>
            <numerusform>%n weitere gewählte Verbindungen wurden inzwischen beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is frozen: what came since is not among them.</source>
        <translation>Die Ansicht ist angehalten: Was danach kam, ist nicht dabei.</translation>
    </message>
    <message>
        <source>A relay takes %1 at a time: keep the window open until all are asked for.</source>
        <translation>Ein Relay nimmt %1 auf einmal: das Fenster offen lassen, bis alle an der Reihe waren.</translation>
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
        <extracomment>below a sample of connections; %1 is &quot;on 3 topics in all&quot;</extracomment>
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
    <message numerus="yes">
        <source>%1, with %n booking(s)</source>
        <extracomment>%1 is &quot;on 3 topics in all&quot;</extracomment>
        <translation>
            <numerusform>%1, mit %n Buchung</numerusform>
            <numerusform>%1, mit %n Buchungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relay::gui::dialogs::SampleTable</name>
    <message>
        <source>Show all</source>
        <comment>Link: the connections that a dialog is about</comment>
        <translation>Alle zeigen</translation>
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
    <name>relay::gui::dialogs::TargetList</name>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
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
        <source>Nobody is connected. Publishers, topics and subscribers will stand here.</source>
        <translation>Niemand ist verbunden. Hier stehen dann Sender, Topics und Empfänger.</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::AlertModel</name>
    <message>
        <source>Alert</source>
        <extracomment>state of an alert rule</extracomment>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Quiet</source>
        <comment>State of an alert rule</comment>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>State of an alert rule</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>below %1</source>
        <extracomment>when an alert is raised: &quot;above 200 ms&quot;</extracomment>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>at once</source>
        <comment>An alert is raised</comment>
        <translation>sofort</translation>
    </message>
    <message>
        <source>How long it must be so before the alert is raised</source>
        <translation>Wie lange es so sein muss, bis der Alarm kommt</translation>
    </message>
    <message>
        <source>State</source>
        <comment>Column of the alerts</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What</source>
        <comment>Column of the alerts</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Raised when</source>
        <comment>Column of the alerts</comment>
        <translation>Kommt bei</translation>
    </message>
    <message>
        <source>For</source>
        <comment>Column of the alerts: how long it must last</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>Column of the alerts: the figure</comment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>Column of the alerts</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Seconds until the alert is raised</source>
        <translation>Sekunden bis zum Alarm</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::AlertsPage</name>
    <message>
        <source>The thresholds were not changed.</source>
        <translation>Die Schwellen wurden nicht geändert.</translation>
    </message>
    <message>
        <source>The thresholds are changed.</source>
        <translation>Die Schwellen sind geändert.</translation>
    </message>
    <message>
        <source>They hold for every operator of this relay.</source>
        <translation>Sie gelten für alle Operatoren dieses Relays.</translation>
    </message>
    <message>
        <source>This relay has no alerts: it is older than this window.</source>
        <translation>Dieses Relay hat keine Alarme: Es ist älter als dieses Fenster.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>%1 (since %2)</source>
        <extracomment>an alert and since when</extracomment>
        <translation>%1 (seit %2)</translation>
    </message>
    <message>
        <source>Not saved yet. When you save, the thresholds of %1 change for everybody.</source>
        <translation>Noch nicht gespeichert. Beim Speichern ändern sich die Schwellen von %1 für alle.</translation>
    </message>
    <message>
        <source>Double-click a threshold or a time to change it.</source>
        <translation>Schwelle oder Zeit mit einem Doppelklick ändern.</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Save the thresholds</source>
        <translation>Schwellen speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Die Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::DenyDialog</name>
    <message>
        <source>This is no address. An address is 192.0.2.7 or 2001:db8::1, a network 192.0.2.0/24.</source>
        <translation>Das ist keine Adresse. Eine Adresse ist 192.0.2.7 oder 2001:db8::1, ein Netz 192.0.2.0/24.</translation>
    </message>
    <message>
        <source>This is no network. A network is 192.0.2.0/24 or 2001:db8::/48.</source>
        <translation>Das ist kein Netz. Ein Netz ist 192.0.2.0/24 oder 2001:db8::/48.</translation>
    </message>
    <message>
        <source>Add to the deny list</source>
        <translation>In die Sperrliste aufnehmen</translation>
    </message>
    <message>
        <source>Add to the deny list of %1</source>
        <translation>In die Sperrliste aufnehmen: %1</translation>
    </message>
    <message>
        <source>Deny %1 on %2</source>
        <extracomment>%1 is a booking or an address, %2 the name of the relay</extracomment>
        <translation>%1 sperren: %2</translation>
    </message>
    <message>
        <source>Who is on it is turned away. It can be undone; cutting connections can’t.</source>
        <translation>Wer darin steht, wird abgewiesen. Das lässt sich zurücknehmen, geschnittene Verbindungen nicht.</translation>
    </message>
    <message>
        <source>The connections of this subject are known to the relay only; it will say how many were cut.</source>
        <translation>Die Verbindungen dieses Subjekts kennt nur das Relay; es sagt, wie viele getrennt wurden.</translation>
    </message>
    <message>
        <source>Those that are connected stay until they leave by themselves.</source>
        <translation>Wer verbunden ist, bleibt, bis er von selbst geht.</translation>
    </message>
    <message>
        <source>It has no connections now.</source>
        <translation>Derzeit ohne Verbindungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will be cut.</source>
        <comment>What a denial does</comment>
        <translation>
            <numerusform>%n Verbindung wird getrennt.</numerusform>
            <numerusform>%n Verbindungen werden getrennt.</numerusform>
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
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>For operators: kept in the deny list and in the log. The clients do not see it.</source>
        <translation>Für das Personal: Sie steht in der Sperrliste und im Log. Die Clients sehen sie nicht.</translation>
    </message>
    <message>
        <source>Deny</source>
        <comment>Button: put it on the deny list</comment>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>Booking</source>
        <comment>What is to be denied</comment>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Subject</source>
        <comment>What is to be denied</comment>
        <translation>Subjekt</translation>
    </message>
    <message>
        <source>Address or network</source>
        <comment>What is to be denied</comment>
        <translation>Adresse oder Netz</translation>
    </message>
    <message>
        <source>as long as its tokens last</source>
        <translation>so lange die Tokens gelten</translation>
    </message>
    <message>
        <source>as long as is usual</source>
        <translation>so lange wie üblich</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <comment>How long something is denied</comment>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>What kind of thing is denied</source>
        <translation>Welche Art gesperrt wird</translation>
    </message>
    <message>
        <source>The booking, subject, address or network</source>
        <translation>Die Buchung, das Subjekt, die Adresse oder das Netz</translation>
    </message>
    <message>
        <source>How long it is denied</source>
        <translation>Wie lange gesperrt wird</translation>
    </message>
    <message>
        <source>Also close those that are connected</source>
        <translation>Auch die schließen, die verbunden sind</translation>
    </message>
</context>
<context>
    <name>relay::gui::guard::DenyModel</name>
    <message>
        <source>Subject</source>
        <comment>What is denied: whom a token was made for</comment>
        <translation>Subjekt</translation>
    </message>
    <message>
        <source>Address</source>
        <comment>What is denied</comment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Held off</source>
        <comment>What is denied: an address on one topic, for a while</comment>
        <translation>Ferngehalten</translation>
    </message>
    <message>
        <source>Booking</source>
        <comment>What is denied</comment>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Denied</source>
        <comment>Column: what kind of thing</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Which</source>
        <comment>Column: the booking, the address</comment>
        <translation>Welche</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>Column</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>Column: time until it ends</comment>
        <translation>Noch</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>Column</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>By</source>
        <comment>Column: who did it</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>Column</comment>
        <translation>Grund</translation>
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
<context>
    <name>relay::gui::inspect::RatePlot</name>
    <message>
        <source>Rate of the last 5 minutes</source>
        <translation>Rate der letzten 5 Minuten</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Delivered %1</source>
        <extracomment>legend: what a connection gets of what it could get</extracomment>
        <translation>Zugestellt %1</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Gesendet %1</translation>
    </message>
    <message>
        <source>Offered %1</source>
        <comment>Legend: what the topic has</comment>
        <translation>Angeboten %1</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::BodyView</name>
    <message>
        <source>%1 bytes</source>
        <comment>Size of a message</comment>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1: the first 8 bytes of each packet</source>
        <extracomment>of a message, its size in front</extracomment>
        <translation>%1: die ersten 8 Bytes jedes Pakets</translation>
    </message>
    <message>
        <source>%1: the first %2 are shown</source>
        <translation>%1: die ersten %2 sind zu sehen</translation>
    </message>
    <message>
        <source>The message in hexadecimal</source>
        <translation>Die Nachricht hexadezimal</translation>
    </message>
    <message>
        <source>The message as text</source>
        <translation>Die Nachricht als Text</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>kinds of messages of a websocket</extracomment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Binär</translation>
    </message>
    <message numerus="yes">
        <source>JSON object, %n member(s)</source>
        <translation>
            <numerusform>JSON-Objekt, %n Mitglied</numerusform>
            <numerusform>JSON-Objekt, %n Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>JSON array, %n element(s)</source>
        <translation>
            <numerusform>JSON-Feld, %n Element</numerusform>
            <numerusform>JSON-Feld, %n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON value</source>
        <translation>JSON-Wert</translation>
    </message>
    <message>
        <source>Too long to be read as JSON: %1.</source>
        <translation>Zu lang, um als JSON gelesen zu werden: %1.</translation>
    </message>
    <message>
        <source>Not JSON (%1), %2.</source>
        <extracomment>%1 is the reason, in English</extracomment>
        <translation>Kein JSON (%1), %2.</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::FrameStrip</name>
    <message numerus="yes">
        <source>Sizes of %n frame(s) of the last 4 s</source>
        <translation>
            <numerusform>Größe von %n Bild der letzten 4 s</numerusform>
            <numerusform>Größen von %n Bildern der letzten 4 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them key frame(s)</source>
        <translation>
            <numerusform>%n davon Schlüsselbild</numerusform>
            <numerusform>%n davon Schlüsselbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>key frame</source>
        <comment>Legend</comment>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>frame sizes, last 4 s</source>
        <comment>Legend</comment>
        <translation>Bildgrößen, letzte 4 s</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::JsonModel</name>
    <message>
        <source>more than one value</source>
        <translation>mehr als ein Wert</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::JsonView</name>
    <message>
        <source>JSON of the message</source>
        <translation>JSON der Nachricht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Den Pfad kopieren</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle falten</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::MessageModel</name>
    <message>
        <source>%1 lost</source>
        <extracomment>in the list of tapped messages: so many were missed before this one</extracomment>
        <translation>%1 entgangen</translation>
    </message>
    <message>
        <source>key</source>
        <extracomment>in the list of tapped messages: a key frame of the video begins here</extracomment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1, %2 bytes, %3</source>
        <extracomment>a tapped message: its time, its size, and from where to where it went</extracomment>
        <translation>%1, %2 Bytes, %3</translation>
    </message>
    <message>
        <source>sent to the relay</source>
        <translation>an das Relay gesendet</translation>
    </message>
    <message>
        <source>sent by the relay</source>
        <translation>vom Relay gesendet</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>Column of tapped messages</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Bytes</source>
        <comment>Column of tapped messages</comment>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TapView</name>
    <message>
        <source>%1 /s</source>
        <comment>Messages a second</comment>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>none lost</source>
        <comment>Messages that the tap missed</comment>
        <translation>nichts entgangen</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>Messages that the tap missed</comment>
        <translation>%1 entgangen</translation>
    </message>
    <message>
        <source>%1 messages: %2 text, %3 binary</source>
        <translation>%1 Nachrichten: %2 Text, %3 binär</translation>
    </message>
    <message>
        <source>%1 bytes in all, %2 each on average</source>
        <translation>%1 Bytes insgesamt, im Mittel je %2</translation>
    </message>
    <message>
        <source>%1 messages a second</source>
        <translation>%1 Nachrichten in der Sekunde</translation>
    </message>
    <message>
        <source>None lost: this is all that passed.</source>
        <translation>Nichts entgangen: Das ist alles, was durchging.</translation>
    </message>
    <message>
        <source>%1 lost: more came than a tap takes.</source>
        <translation>%1 entgangen: Es kam mehr, als sich mitlesen lässt.</translation>
    </message>
    <message>
        <source>Asking the relay.</source>
        <translation>Das Relay wird gefragt.</translation>
    </message>
    <message>
        <source>Nothing came yet. What is sent from now on stands here.</source>
        <translation>Noch kam nichts. Was von jetzt an gesendet wird, steht hier.</translation>
    </message>
    <message>
        <source>Nothing came while it was open.</source>
        <translation>Es kam nichts, solange es offen war.</translation>
    </message>
    <message>
        <source>all publishers</source>
        <comment>What a tap of a topic is of</comment>
        <translation>alle Sender</translation>
    </message>
    <message>
        <source>out to %1</source>
        <extracomment>a tap: what the relay sends to an address, what an address sends, or both</extracomment>
        <translation>hinaus zu %1</translation>
    </message>
    <message>
        <source>in from %1</source>
        <translation>herein von %1</translation>
    </message>
    <message>
        <source>to and from %1</source>
        <translation>zu und von %1</translation>
    </message>
    <message>
        <source>not opened</source>
        <comment>State of a tap</comment>
        <translation>nicht geöffnet</translation>
    </message>
    <message>
        <source>ended: %1 messages</source>
        <comment>State of a tap</comment>
        <translation>beendet: %1 Nachrichten</translation>
    </message>
    <message>
        <source>ended: %1 min</source>
        <comment>State of a tap</comment>
        <translation>beendet: %1 min</translation>
    </message>
    <message>
        <source>ended: it closed</source>
        <comment>State of a tap</comment>
        <translation>beendet: Verbindung geschlossen</translation>
    </message>
    <message>
        <source>ended: the relay is busy</source>
        <comment>State of a tap</comment>
        <translation>beendet: das Relay ist ausgelastet</translation>
    </message>
    <message>
        <source>ended: no contact</source>
        <comment>State of a tap</comment>
        <translation>beendet: kein Kontakt</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>State of a tap</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 of %2, %3 left</source>
        <extracomment>how far a tap is: messages of how many, time left as minutes and seconds</extracomment>
        <translation>%1 von %2, noch %3</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>buttons of a tap</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop the tap</source>
        <translation>Das Mitlesen anhalten</translation>
    </message>
    <message>
        <source>Close the tap</source>
        <translation>Das Mitlesen schließen</translation>
    </message>
    <message>
        <source>Summary</source>
        <extracomment>how a tapped message is shown</extracomment>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>How the message is shown</source>
        <translation>Wie die Nachricht gezeigt wird</translation>
    </message>
    <message>
        <source>Messages of the tap</source>
        <translation>Mitgelesene Nachrichten</translation>
    </message>
    <message>
        <source>Tap again</source>
        <translation>Noch einmal mitlesen</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TapsDock</name>
    <message>
        <source>Taps</source>
        <translation>Mitlesen</translation>
    </message>
    <message numerus="yes">
        <source>%n open by you.</source>
        <comment>Taps</comment>
        <translation>
            <numerusform>%n eigenes offen.</numerusform>
            <numerusform>%n eigene offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every operator of this relay sees them and the audit log keeps who, what and how long. Previews hold the first %1 bytes of a message.</source>
        <translation>Alle Operatoren dieses Relays sehen es, und das Audit hält fest, wer, was und wie lange. Zu sehen sind die ersten %1 Bytes einer Nachricht.</translation>
    </message>
    <message>
        <source>Stop all taps and close</source>
        <translation>Alles Mitlesen anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TsModel</name>
    <message>
        <source>Padding</source>
        <comment>Packets of a transport stream that carry nothing</comment>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>MPEG-1 video</source>
        <translation>MPEG-1-Video</translation>
    </message>
    <message>
        <source>MPEG-2 video</source>
        <translation>MPEG-2-Video</translation>
    </message>
    <message>
        <source>MP1 or MP2 audio</source>
        <translation>MP1- oder MP2-Ton</translation>
    </message>
    <message>
        <source>MP2 audio</source>
        <translation>MP2-Ton</translation>
    </message>
    <message>
        <source>AAC audio</source>
        <translation>AAC-Ton</translation>
    </message>
    <message>
        <source>MPEG-4 video</source>
        <translation>MPEG-4-Video</translation>
    </message>
    <message>
        <source>H.264 video</source>
        <translation>H.264-Video</translation>
    </message>
    <message>
        <source>H.265 video</source>
        <translation>H.265-Video</translation>
    </message>
    <message>
        <source>AC-3 audio</source>
        <translation>AC-3-Ton</translation>
    </message>
    <message>
        <source>private data</source>
        <translation>private Daten</translation>
    </message>
    <message>
        <source>not known yet</source>
        <comment>Kind of a stream inside a transport stream</comment>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>type %1</source>
        <extracomment>%1 is a number: a kind of stream that has no name here</extracomment>
        <translation>Typ %1</translation>
    </message>
    <message>
        <source>%1 in the last minute, %2 since the tap was opened</source>
        <translation>%1 in der letzten Minute, %2 seit dem Öffnen</translation>
    </message>
    <message>
        <source>Packets that are missing or out of order, in the last minute</source>
        <translation>Pakete, die in der letzten Minute fehlten oder in falscher Folge kamen</translation>
    </message>
    <message>
        <source>Stream</source>
        <comment>Column: what a PID of a transport stream carries</comment>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Packets</source>
        <comment>Column</comment>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Continuity</source>
        <comment>Column: errors of the continuity counter</comment>
        <translation>Kontinuität</translation>
    </message>
</context>
<context>
    <name>relay::gui::tap::TsPage</name>
    <message>
        <source>%1 by %2</source>
        <extracomment>the size of a video picture</extracomment>
        <translation>%1 mal %2</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>key frame every %1 s</source>
        <translation>Schlüsselbild alle %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n continuity error(s) in the last minute, on %1</source>
        <extracomment>%1 is one PID or several</extracomment>
        <translation>
            <numerusform>%n Kontinuitätsfehler in der letzten Minute, auf %1</numerusform>
            <numerusform>%n Kontinuitätsfehler in der letzten Minute, auf %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) out of sync</source>
        <translation>
            <numerusform>%n Paket aus dem Takt</numerusform>
            <numerusform>%n Pakete aus dem Takt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) of further PIDs</source>
        <translation>
            <numerusform>%n Paket weiterer PIDs</numerusform>
            <numerusform>%n Pakete weiterer PIDs</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing came yet.</source>
        <translation>Noch kam nichts.</translation>
    </message>
    <message>
        <source>No continuity errors in the last minute.</source>
        <translation>Keine Kontinuitätsfehler in der letzten Minute.</translation>
    </message>
</context>
</TS>
