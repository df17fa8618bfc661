using System.Text.Json;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>
/// Reads the Config parameter, which the vendor's SDKs send but no page explains. Its members here are our own: "Deep", "Digest"
/// and "Packets", true or false. Other members and text that is not a JSON object are ignored: clients may already send them.
/// </summary>
internal static class MpsConfig
{
    private const string Deep = "Deep";
    private const string Digest = "Digest";
    private const string Packets = "Packets";

    /// <summary>What the caller wants read, null to let the service decide; or why the parameter is invalid.</summary>
    public static (bool? Digest, bool? Packets, RpcError? Error) Parse(string? text)
    {
        if (Read(text) is not { } config)
        {
            return default;
        }

        var wishes = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var member in config.Where(member => member.Name is Deep or Digest or Packets))
        {
            // Clients that send one parameter for each member send text.
            if (!bool.TryParse(member.Value.ToString(), out var wish))
            {
                return (null, null, MpsErrors.Invalid($"Config.{member.Name}"));
            }

            wishes[member.Name] = wish;
        }

        return (OptionsOf(Digest), OptionsOf(Packets), null);

        bool? OptionsOf(string name) =>
            wishes.TryGetValue(name, out var own) ? own : wishes.TryGetValue(Deep, out var both) ? both : null;
    }

    private static List<(string Name, JsonElement Value)>? Read(string? text) => text is null ? null : CallerJson.OrNull(() =>
        JsonElement.Parse(text) is { ValueKind: JsonValueKind.Object } config
            ? config.EnumerateObject().Select(member => (member.Name, member.Value)).ToList()
            : null);
}
