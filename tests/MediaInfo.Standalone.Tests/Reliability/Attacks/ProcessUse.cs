using System.Globalization;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>A process's resource use, as Linux reports it.</summary>
/// <param name="Files">Open file descriptors other than sockets and assemblies. Assemblies are loaded on demand.</param>
/// <param name="Inbound">Connections that others opened to it.</param>
/// <param name="Outbound">Its other sockets. Those to storage stay open for a while for later requests.</param>
/// <param name="Children">Its child processes.</param>
/// <param name="Memory">Its working set in bytes.</param>
internal sealed record ProcessUse(int Files, int Inbound, int Outbound, int Children, long Memory)
{
    private const int LocalAddress = 1;
    private const int State = 3;
    private const int Inode = 9;
    private const string Listens = "0A";

    /// <summary>Reads the current use of a process.</summary>
    /// <param name="processId">The process id.</param>
    /// <param name="port">The port where it listens.</param>
    public static ProcessUse Of(int processId, int port)
    {
        var targets = Descriptors(processId);
        var sockets =
            targets.Where(target => target.StartsWith("socket:", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var inbound = InboundSockets(processId, port).Count(sockets.Contains);
        return new ProcessUse(
            targets.Count(target => !sockets.Contains(target) && !target.EndsWith(".dll", StringComparison.Ordinal)),
            inbound,
            sockets.Count - inbound,
            ProcessTable.ChildrenOf(processId).Count,
            MemoryOf(processId));
    }

    // The service hides its descriptors from everyone but root. Under another user a test sees only its children and memory.
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
            // Closed after it was listed.
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
