using MediaInfo.Core.Objects;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>The address of this service in its signed addresses. A visitor may have reached it by another one.</summary>
public sealed class LocalOrigins(LocalStorageOptions options, IServiceAddress address) : IObjectOrigins
{
    /// <inheritdoc />
    public IEnumerable<Uri> Current() => (options.PublicAddress ?? address.Current) is { } root ? [root] : [];
}
