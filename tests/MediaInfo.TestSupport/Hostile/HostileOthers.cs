using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Hostile;

/// <summary>Objects that are not media, have no end, or have a key that means something elsewhere.</summary>
public static class HostileOthers
{
    private static readonly byte[] Sample = Bytes.Clip("sample.mp4");

    public static IEnumerable<HostileSample> All() =>
    [
        Of("words.txt", "Text", FailureReason.NotMedia, Bytes.Ascii("Just some words.\n")),
        Of("words.mp4", "Text under a media file's name", FailureReason.NotMedia, Bytes.Ascii("Just some words.\n")),
        Of(
            "program",
            "A program",
            FailureReason.NotMedia,
            Bytes.Join([0x7F], Bytes.Ascii("ELF"), [2, 1, 1, 0], new byte[8], Bytes.Le16(2), Bytes.Le16(62), new byte[4096])),
        Of("archive.gz", "400 MB of zeros that are packed in 400 kB", FailureReason.NotMedia, Bytes.GzipOfZeros(400_000_000)),
        Of("nothing.mp4", "No byte at all", FailureReason.ObjectEmpty, []),
        Of("one-byte.mp4", "One byte", FailureReason.NotMedia, [0]),
        Of("zeros.mp4", "5 MB of zeros", FailureReason.NotMedia, new byte[5_000_000]),
        Of("ones.mp4", "5 MB of ones", FailureReason.NotMedia, Bytes.Filled(0xFF, 5_000_000)),
        Of("ones.mp3", "5 MB of ones under a sound file's name", null, Bytes.Filled(0xFF, 5_000_000)),
        new("endless-zeros", "Zeros without end", FailureReason.NotMedia)
        {
            Or = FailureReason.BudgetExceeded,
            Content = [0],
            Forever = new byte[4096],
        },
        new("endless-sound.mp3", "Sound without end", Expected: null)
        {
            Content = Bytes.Clip("sound.mp3"),
            Forever = Bytes.Clip("sound.mp3"),
        },
        new("endless-tags.mp3", "Tags without end", FailureReason.BudgetExceeded)
        {
            Content = [.. Bytes.Ascii("ID3"), 4, 0, 0, 0, 0, 0, 0],
            Forever = [.. Bytes.Ascii("ID3"), 4, 0, 0, 0, 0, 0, 0],
        },
        Of("half.mp4", "A clip without its index", FailureReason.Truncated, Sample[..30_000]),
        Keyed("key-option", "A key that looks like an option", "-i"),
        Keyed("key-address", "A key that is an address", "http://169.254.169.254/latest/meta-data"),
        Keyed("key-file", "A key that is a file", "file:/etc/passwd"),
        Keyed("key-protocols", "A key of FFmpeg's protocols", "concat:hostile|subfile,,start,0,end,0,,:pipe:0"),
        Keyed("key-shell", "A key that is a command", "hostile/$(touch canary)`touch canary`;touch canary|'\".mp4"),
        Keyed("key-folders", "A key of folders", "../../../../etc/passwd"),
        Keyed("key-breaks", "A key of line breaks, which end a header", "hostile/a\r\nHost: 127.0.0.1\r\n\r\nGET / HTTP/1.1"),
        Keyed("key-query", "A key with query and fragment", "hostile/a?b=c&d#e%00%2e%2e"),
    ];

    private static HostileSample Of(string name, string attack, FailureReason? expected, byte[] content) =>
        new(name, attack, expected) { Content = content };

    private static HostileSample Keyed(string name, string attack, string key) =>
        new(name, attack, Expected: null) { Key = key, Content = Sample };
}
