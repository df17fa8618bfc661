using System.ComponentModel;
using System.Text;

namespace MediaInfo.Probing.Processes;

/// <summary>Asks binaries for their version.</summary>
internal sealed class ToolVersions(Tool tool, ToolChild child, TimeProvider time)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    // The kernel refuses to run a file that is open for writing (execve(2), ETXTBSY). A child that another thread starts while
    // a copy is written holds it open for a moment.
    private const int TextFileBusy = 26;
    private const int BusyLooks = 200;
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(25);

    /// <summary>The version of a binary, once nobody writes to it.</summary>
    /// <exception cref="ToolMissingException">It does not run, or it is another program.</exception>
    public async Task<ToolVersion> OfAsync(string path, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await AskAsync(path, cancellationToken);
            }
            catch (ToolMissingException e)
                when (e.InnerException is Win32Exception { NativeErrorCode: TextFileBusy } && look < BusyLooks)
            {
                await Task.Delay(BusyPause, time, cancellationToken);
            }
        }
    }

    private async Task<ToolVersion> AskAsync(string path, CancellationToken cancellationToken)
    {
        var run = await child.RunAsync(path, new ToolCall([tool.VersionOption], Lease: null, TimeLimit), cancellationToken);
        return run is { End: ToolEnd.Exited, Code: 0 }
            && ToolVersion.Parse(tool.VersionBeginning, Encoding.UTF8.GetString(run.Report.Span)) is { } version
            ? version
            : throw new ToolMissingException(run.InWords());
    }
}
