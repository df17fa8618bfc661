using System.Text.Json;
using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Tags;
using NSubstitute;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Tags;

/// <summary>The gateway with some recognisers, and tag jobs in every state.</summary>
public sealed class TagRig(params RecogniserKind[] available) : IDisposable
{
    public const string Input = """{"Type":"OSS","Media":"oss://example-bucket/dir/video.mp4"}""";

    public static readonly RecogniserKind[] All = Enum.GetValues<RecogniserKind>();

    public ImsRig Rig { get; } = new([.. available.Select(NewRecogniser)]);

    public static AnalysisJob Waiting => ImsJobs.Waiting() with
    {
        Dialect = "ims-tags",
        Name = null,
        Extras = AnalysisExtras.None with
        {
            Tags = new TagWork([RecogniserKind.Chapters, RecogniserKind.Text])
            {
                Title = "标题",
                Parameters = """{"needMetaData":true}""",
            },
        },
    };

    public static AnalysisJob Succeeded => Waiting with
    {
        State = JobState.Succeeded,
        StartedAt = ImsJobs.CreatedAt,
        EndedAt = ImsJobs.CreatedAt.AddSeconds(9),
        Result = ResultPart.Streams,
        Usage = new ProbeUsage(12, 3_456_789, 8_765),
    };

    public Task<WireAnswer> SubmitAsync(params (string Name, string Value)[] parameters) =>
        Rig.CallAsync("SubmitSmarttagJob", [("Input", Input), .. parameters]);

    /// <summary>Stores what a recogniser of a job found.</summary>
    public void Find(ResultPart part, string type, string data)
    {
        using var json = JsonDocument.Parse(data);
        var findings = new TagFindings([new TagResult(type, json.RootElement)]);
        Rig.Results.FindAsync(Waiting.Key, part, Arg.Any<CancellationToken>())
            .Returns(JsonSerializer.SerializeToUtf8Bytes(findings, TagJson.Default.TagFindings));
    }

    public void Dispose() => Rig.Dispose();

    private static IRecogniser NewRecogniser(RecogniserKind kind)
    {
        var recogniser = Substitute.For<IRecogniser>();
        recogniser.Kind.Returns(kind);
        recogniser.FindProblemAsync(default).ReturnsForAnyArgs((string?)null);
        return recogniser;
    }
}
