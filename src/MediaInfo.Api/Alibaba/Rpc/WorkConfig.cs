using System.Text.Json;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>
/// Reads what a call says about the work of its job: our own members "Deep", "Digest" and "Packets", true or false, in a
/// parameter that the vendor's SDKs have. Other members and text that is not a JSON object are ignored: clients may already
/// send them.
/// </summary>
internal static class WorkConfig
{
    private const string Deep = "Deep";
    private const string Digest = "Digest";
    private const string Packets = "Packets";

    /// <summary>What the caller wants read, null to let the service decide; or the member that is invalid.</summary>
    public static (bool? Digest, bool? Packets, string? Invalid) Parse(string? text)
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
                return (null, null, member.Name);
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
