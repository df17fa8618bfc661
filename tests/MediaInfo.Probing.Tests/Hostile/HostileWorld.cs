using System.Net;
using System.Net.Sockets;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport.Hostile;

namespace MediaInfo.Probing.Tests.Hostile;

/// <summary>
/// The samples, created once per process, and their targets: a server on this machine, a file, another bucket.
/// </summary>
public sealed class HostileWorld : IDisposable
{
    /// <summary>A bucket in which every object is a good clip.</summary>
    public const string OtherBucket = "other-bucket";

    private static readonly Lazy<HostileWorld> Made = new(() => new HostileWorld());

    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-test-").FullName;
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, HostileSample> _samples;

    private HostileWorld()
    {
        _server.Start();
        var file = Path.Combine(_folder, "canary.ts");
        File.WriteAllBytes(file, Bytes.Clip("service.ts"));
        var port = ((IPEndPoint)_server.LocalEndpoint).Port;
        _samples = HostileSamples.All(new HostileTargets(port, file, FfprobeRig.Bucket, OtherBucket))
            .ToDictionary(sample => sample.Name, StringComparer.Ordinal);
    }

    /// <summary>The only instance.</summary>
    public static HostileWorld Shared => Made.Value;

    /// <summary>The samples by name.</summary>
    public IReadOnlyDictionary<string, HostileSample> Samples => _samples;

    /// <summary>Whether the server was called since the last check.</summary>
    public bool WasCalled()
    {
        var called = false;
        while (_server.Pending())
        {
            _server.AcceptTcpClient().Dispose();
            called = true;
        }

        return called;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
