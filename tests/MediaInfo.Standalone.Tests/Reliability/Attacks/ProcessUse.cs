using System.Globalization;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>What a process uses, as Linux tells it.</summary>
/// <param name="Files">Open file descriptors that are neither sockets nor assemblies, which are loaded as they are needed.</param>
/// <param name="Inbound">Connections that others have opened to it.</param>
/// <param name="Outbound">Its other sockets: those to storage stay open for a while for the next request.</param>
/// <param name="Children">Its child processes.</param>
/// <param name="Memory">Its working set, bytes.</param>
internal sealed record ProcessUse(int Files, int Inbound, int Outbound, int Children, long Memory)
{
    private const int LocalAddress = 1;
    private const int State = 3;
    private const int Inode = 9;
    private const string Listens = "0A";

    /// <summary>Looks at the process now.</summary>
    /// <param name="processId">The process.</param>
    /// <param name="port">Where it listens.</param>
    public static ProcessUse Of(int processId, int port)
    {
        var targets = Descriptors(processId);
        var sockets = targets.Where(target => target.StartsWith("socket:", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var inbound = InboundSockets(processId, port).Count(sockets.Contains);
        return new ProcessUse(
            targets.Count(target => !sockets.Contains(target) && !target.EndsWith(".dll", StringComparison.Ordinal)), inbound, sockets.Count - inbound, ProcessTable.ChildrenOf(processId).Count, MemoryOf(processId));
    }

    // The service hides its descriptors from all but the administrator: as another user, a test sees its children and memory alone.
    private static List<string> Descriptors(int processId)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{processId}/fd").Select(Target).OfType<string>()];
        }
        catch (UnauthorizedAccessException) when (!Environment.IsPrivilegedProcess)
        {
            return [];
        }
    }

    private static IEnumerable<string> InboundSockets(int processId, int port)
    {
        var address = $":{port:X4}";
        return File.ReadLines($"/proc/{processId}/net/tcp")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[LocalAddress].EndsWith(address, StringComparison.Ordinal) && fields[State] is not Listens)
            .Select(fields => $"socket:[{fields[Inode]}]");
    }

    private static string? Target(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget;
        }
        catch (IOException)
        {
            // Closed since it was listed.
            return null;
        }
    }

    private static long MemoryOf(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant(
        $"{Files} files, {Inbound} inbound and {Outbound} other sockets, {Children} children, {Memory / 1048576.0:F0} MiB");
}
