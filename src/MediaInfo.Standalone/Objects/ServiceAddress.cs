using MediaInfo.LocalStorage.Objects;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MediaInfo.Standalone.Objects;

/// <summary>The first address that this process listens on, as a caller on this machine would write it.</summary>
/// <param name="server">The web server.</param>
internal sealed class ServiceAddress(IServer server) : IServiceAddress
{
    /// <inheritdoc />
    public Uri? Current => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(Of)
        .OfType<Uri>()
        .FirstOrDefault();

    // The web server writes "+" or "*" for every address of the machine, which no URL may have.
    private static Uri? Of(string address)
    {
        var any = BindingAddress.Parse(address);
        return any.IsUnixPipe || any.IsNamedPipe ? null
            : any.Host is "0.0.0.0" or "[::]" or "+" or "*" ? new UriBuilder(any.Scheme, "localhost", any.Port).Uri
            : new UriBuilder(any.Scheme, any.Host, any.Port).Uri;
    }
}
