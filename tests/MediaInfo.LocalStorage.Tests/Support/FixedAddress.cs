using MediaInfo.LocalStorage.Objects;

namespace MediaInfo.LocalStorage.Tests.Support;

internal sealed class FixedAddress(string? address) : IServiceAddress
{
    public Uri? Current => address is null ? null : new Uri(address);
}
