using MediaInfo.LocalStorage.Objects;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MediaInfo.Standalone.Storage;

/// <summary>The address that the web server listens on. One for all of this machine's is taken as "localhost".</summary>
internal sealed class ListeningAddress(IServer server) : IServiceAddress
{
    private static readonly string[] AllAddresses = ["0.0.0.0", "[::]", "*", "+"];

    /// <inheritdoc />
    public Uri? Current => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? AddressOf(address)
        : null;

    private static Uri? AddressOf(string address)
    {
        var binding = BindingAddress.Parse(address);
        var host = AllAddresses.Contains(binding.Host, StringComparer.Ordinal) ? "localhost" : binding.Host;
        return Uri.TryCreate($"{binding.Scheme}://{host}:{binding.Port}", UriKind.Absolute, out var uri) ? uri : null;
    }
}
