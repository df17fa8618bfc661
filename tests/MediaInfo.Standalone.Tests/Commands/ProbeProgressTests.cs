using MediaInfo.Standalone.Commands;

namespace MediaInfo.Standalone.Tests.Commands;

public sealed class ProbeProgressTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Lines_of_text_come_at_every_tenth_and_only_once()
    {
        using var progress = new ProbeProgress(_output, isTerminal: false);
        progress.Expect(1000);
        var digest = progress.Of("digest");

        foreach (var bytes in new[] { 1, 50, 99, 100, 150, 350, 999, 1000, 1000 })
        {
            digest.Report(bytes);
        }

        Assert.Equal("digest 0%\ndigest 10%\ndigest 30%\ndigest 90%\ndigest 100%\n", $"{_output}");
    }

    [Fact]
    public void A_terminal_shows_all_passes_in_one_line_that_is_removed_at_the_end()
    {
        using var progress = new ProbeProgress(_output, isTerminal: true);
        progress.Expect(200);
        var (packets, digest) = (progress.Of("packets"), progress.Of("digest"));

        packets.Report(100);
        digest.Report(3);
        digest.Report(3);
        progress.Clear();

        Assert.Equal($"\rpackets 50%\rpackets 50%  digest 1%\r{new string(' ', 22)}\r", $"{_output}");
    }

    [Fact]
    public void Without_a_known_size_the_amount_is_shown()
    {
        using var progress = new ProbeProgress(_output, isTerminal: false);
        progress.Expect(null);
        var packets = progress.Of("packets");

        packets.Report(1);
        packets.Report(25 << 20);

        Assert.Equal("packets 0 MiB\npackets 25 MiB\n", $"{_output}");
    }

    [Fact]
    public void More_bytes_than_expected_are_still_all()
    {
        using var progress = new ProbeProgress(_output, isTerminal: false);
        progress.Expect(10);

        progress.Of("packets").Report(1000);

        Assert.Equal("packets 100%\n", $"{_output}");
    }
}
