using System.Globalization;

namespace MediaInfo.Standalone.Commands;

/// <summary>Shows how much of the file each pass has read: in one line of a terminal, or as lines of text.</summary>
/// <param name="output">Where.</param>
/// <param name="isTerminal">Whether a line can be written again.</param>
public sealed class ProbeProgress(TextWriter output, bool isTerminal) : IDisposable
{
    private const int Percent = 100;
    private const int LineStep = 10;
    private const long MebiBytes = 1 << 20;

    private readonly Lock _gate = new();
    private readonly List<Pass> _passes = [];
    private long? _total;
    private int _width;

    /// <summary>Sets the number of bytes that each pass will read; null if it is unknown.</summary>
    public void Expect(long? total) => _total = total is > 0 ? total : null;

    /// <summary>Adds a pass, which reports how many bytes it has read so far.</summary>
    public IProgress<long> Of(string name)
    {
        var pass = new Pass(this, name);
        lock (_gate)
        {
            _passes.Add(pass);
        }

        return pass;
    }

    /// <summary>Removes the line from the terminal.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            if (_width > 0)
            {
                output.Write($"\r{new string(' ', _width)}\r");
                output.Flush();
                _width = 0;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => Clear();

    // Only a step that a reader sees is written: at most a hundred for a file of known size.
    private void Show(Pass pass, long bytes)
    {
        lock (_gate)
        {
            var step = _total is { } total
                ? Math.Min(Percent, bytes * Percent / total) / (isTerminal ? 1 : LineStep)
                : bytes / MebiBytes / (isTerminal ? 1 : LineStep);
            if (step == pass.Step)
            {
                return;
            }

            pass.Step = step;
            pass.Text = _total is null
                ? string.Create(CultureInfo.InvariantCulture, $"{pass.Name} {bytes / MebiBytes} MiB")
                : string.Create(CultureInfo.InvariantCulture, $"{pass.Name} {step * (isTerminal ? 1 : LineStep)}%");
            Write(pass);
        }
    }

    private void Write(Pass pass)
    {
        if (!isTerminal)
        {
            output.WriteLine(pass.Text);
            return;
        }

        var line = string.Join("  ", _passes.Where(shown => shown.Text.Length > 0).Select(shown => shown.Text));
        output.Write($"\r{line.PadRight(_width)}");
        output.Flush();
        _width = line.Length;
    }

    private sealed class Pass(ProbeProgress shown, string name) : IProgress<long>
    {
        public string Name => name;

        public string Text { get; set; } = "";

        public long Step { get; set; } = -1;

        public void Report(long value) => shown.Show(this, value);
    }
}
