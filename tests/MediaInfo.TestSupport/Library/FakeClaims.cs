using MediaInfo.Core.Library.Claims;

namespace MediaInfo.TestSupport.Library;

/// <summary>Claims in memory.</summary>
public sealed class FakeClaims(Interruptions interruptions) : IAssetClaims
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ClaimName, (AssetClaim Claim, int Version)> _claims = [];
    private int _version;

    /// <summary>Runs before each read and write, and may wait.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task<StoredClaim?> FindAsync(ClaimName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Before(nameof(FindAsync));
        lock (_lock)
        {
            return _claims.TryGetValue(name, out var found) ? new StoredClaim(name, found.Claim, $"{found.Version}") : null;
        }
    }

    public async Task<StoredClaim?> WriteAsync(
        ClaimName name, AssetClaim claim, StoredClaim? over, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Before(nameof(WriteAsync));
        lock (_lock)
        {
            return interruptions.Write(() =>
            {
                if (!string.Equals(VersionOf(name), over?.ETag, StringComparison.Ordinal))
                {
                    return null;
                }

                _claims[name] = (claim, ++_version);
                return new StoredClaim(name, claim, $"{_version}");
            });
        }
    }

    public async Task RemoveAsync(StoredClaim read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Before(nameof(RemoveAsync));
        lock (_lock)
        {
            interruptions.Write(
                () => string.Equals(VersionOf(read.Name), read.ETag, StringComparison.Ordinal) && _claims.Remove(read.Name));
        }
    }

    private string? VersionOf(ClaimName name) => _claims.TryGetValue(name, out var found) ? $"{found.Version}" : null;
}
