using System.Text.Json.Nodes;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Turns wrapped lists into the older flat form: {"JobList":{"Job":[…]}} into {"JobList":[…]}.</summary>
/// <remarks>Source: the Chinese page of QueryMediaInfoJobList, whose JSON and XML have no inner element.</remarks>
internal static class FlatLists
{
    /// <summary>The tree with every wrapper replaced by its list. A wrapper is an object whose only member is an array.</summary>
    public static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } wrapper when wrapper.Single().Value is JsonArray list => Of(list),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Of)]),
        _ => node?.DeepClone(),
    };
}
