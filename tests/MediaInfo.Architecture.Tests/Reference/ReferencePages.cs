using System.Text.Json.Serialization;
using MediaInfo.Api;
using MediaInfo.Core.Media;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>The pages of docs/reference. A new dialect adds its own here.</summary>
internal static class ReferencePages
{
    private static readonly Type[] Api = typeof(ServiceCollectionExtensions).Assembly.GetTypes();

    /// <summary>The pages of the APIs.</summary>
    public static IReadOnlyList<ApiPage> OfApis { get; } =
    [
        Page("alibaba", "Every call of Alibaba's APIs", "Alibaba.Rpc", "RpcErrors", TypesOf("RpcJson")) with
        {
            Explained = "mps.md",
            Readers =
            [
                Named("RpcProtocol"), Named("RpcFormats"), Named("RpcSignatureScheme"), Named("Acs3SignatureScheme"),
                Named("RpcBearer"),
            ],
            Golden = ["Api.Tests/Golden/Mps"],
        },
        Page("mps", "Media Processing (MPS)", "Alibaba.Mps", "MpsErrors", TypesOf("MpsJson")) with
        {
            Golden = ["Api.Tests/Golden/Mps"],
            WritesResults = true,
        },
        Page("ims", "Intelligent Media Services (IMS), jobs", "Alibaba.Ims", "ImsErrors", TypesOf("ImsJson")) with
        {
            Golden = ["Api.Tests/Golden/Ims"],
        },
        Page("library", "IMS, media library", "Alibaba.Ims.Library", "ImsErrors", TypesOf("LibraryJson")) with
        {
            Golden = ["Api.Tests/Golden/Ims/Library"],
        },
        Page("templates", "IMS, templates", "Alibaba.Ims.Templates", "ImsErrors", TypesOf("TemplateJson")) with
        {
            Explained = "snapshots.md",
            Golden = ["Api.Tests/Golden/Ims/Templates"],
        },
        Page("snapshots", "IMS, snapshots", "Alibaba.Ims.Snapshots", "ImsErrors", TypesOf("SnapshotJson")) with
        {
            Golden = ["Api.Tests/Golden/Ims/Snapshots"],
            WritesResults = true,
        },
        Page("tags", "IMS, tags", "Alibaba.Ims.Tags", "ImsErrors", TypesOf("SmarttagJson")) with
        {
            Explained = "ims.md",
            Golden = ["Api.Tests/Golden/Ims/Tags"],
        },
        Page("mpc", "Media Processing Center (MPC)", "Huawei.Mpc", "MpcErrors", TypesOf("MpcJson")) with
        {
            Readers = [Named("MpcAuthenticator")],
            Golden = ["Api.Tests/Golden/Mpc"],
            WritesResults = true,
        },
        Page("mns", "Message Service (MNS)", "Alibaba.Mns.Queues", "MnsErrors", []) with
        {
            Readers = [Named("MnsProtocol"), Named("MnsAuthenticator")],
        },
        Page("mns-topics", "Message Service (MNS), topics", "Alibaba.Mns.Topics", "MnsTopicErrors", []),
        Page("report", "The report of a job", "Reports", "ReportErrors", [.. TypesOf("ReportJson"), .. Description]) with
        {
            Golden = ["Api.Tests/Golden/Reports", "Probing.Tests/Golden/Descriptions"],
        },
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReferencePage> All { get; } = [.. OfApis, new SettingsReferencePage()];

    private static IEnumerable<WireType> Description => WireType.Of(MediaJson.Default, typeof(MediaDescription));

    private static ApiPage Page(string name, string title, string folder, string catalogue, IReadOnlyList<WireType> types) =>
        new(name, title, types, new ErrorCatalogue(Named(catalogue)))
        {
            Actions = [.. ListedAction.All.Where(action => action.IsOf($"MediaInfo.Api.{folder}"))],
        };

    private static Type Named(string name) =>
        Api.Single(type => type.Namespace is { Length: > 0 } && string.Equals(type.Name, name, StringComparison.Ordinal));

    // What an API only stores is in no folder of wire types.
    private static IReadOnlyList<WireType> TypesOf(string context) =>
    [
        .. WireType.Of((JsonSerializerContext)Named(context).GetProperty("Wire")!.GetValue(null)!)
            .Where(type => type.Info.Type.Namespace!.Split('.')[^1] is "Wire" or "Streams" or "Jobs"),
    ];
}
