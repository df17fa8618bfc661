using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tags.External;

/// <summary>
/// A recogniser of the operator's own, called over HTTP. It gets signed addresses of frames and of the sound, and answers with
/// results of whatever kinds it knows.
/// </summary>
public sealed class ExternalRecogniser(
    MaterialMaker maker, RecogniserCalls calls, IObjectLinks links, TagOptions options) : IRecogniser
{
    // It may fetch the last frame at the end of the last call.
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(10);

    private static readonly JobFailure Unsigned = new(
        FailureReason.RecogniserFailed, "This service may not sign the addresses of the files that the recogniser needs");

    /// <inheritdoc />
    public RecogniserKind Kind => RecogniserKind.External;

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        options.Url is not { Length: > 0 } ? "no recogniser of your own is set (Tags:Url)"
        : await maker.FindProblemAsync(cancellationToken)
            ?? (await CanSignAsync(cancellationToken) ? null : "this service may not sign addresses of its files");

    /// <inheritdoc />
    public async Task<Reading<TagFindings>> RecogniseAsync(
        TagTask task, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (material, outcome) = await maker.MakeAsync(task, progress, cancellationToken);
        if (material is null)
        {
            return new Reading<TagFindings>(Result: null, outcome);
        }

        var body = await BodyAsync(task, material, cancellationToken);
        var (results, failure) = body is null
            ? (null, Unsigned)
            : await calls.SendAsync(task.Job, body.ToJson(), cancellationToken);
        return new Reading<TagFindings>(
            results is null ? null : new TagFindings(results) { Usage = outcome.Usage, ETag = outcome.ETag },
            outcome with { Failure = failure });
    }

    private async Task<RequestBody?> BodyAsync(TagTask task, Material material, CancellationToken cancellationToken)
    {
        var frames = new List<FrameLink>();
        foreach (var (file, link) in material.Frames)
        {
            frames.AddRange(await SignAsync(file, cancellationToken) is { } url ? [link with { Url = url }] : []);
        }

        var sound = new List<SoundLink>();
        foreach (var (file, link) in material.Sound)
        {
            sound.AddRange(await SignAsync(file, cancellationToken) is { } url ? [link with { Url = url }] : []);
        }

        var video = task.Media.MainVideo;
        return frames.Count < material.Frames.Count || sound.Count < material.Sound.Count ? null
            : new RequestBody(task.Job.Id, task.Job.Account, frames, sound)
            {
                Title = task.Work.Title,
                Content = task.Work.Content,
                Parameters = Parse(task.Work.Parameters),
                Duration = task.Media.Container.Duration,
                Width = video?.DisplayWidth,
                Height = video?.DisplayHeight,
            };
    }

    private async Task<string?> SignAsync(ObjectRef file, CancellationToken cancellationToken) =>
        (await links.SignAsync(file, calls.Longest + Spare, cancellationToken))?.AbsoluteUri;

    private async Task<bool> CanSignAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SignAsync(new ObjectRef(OwnBucket.Name, "any"), cancellationToken) is not null;
        }
        catch (IOException)
        {
            // Storage cannot be reached now, which says nothing about what it allows.
            return true;
        }
    }

    private static JsonElement? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
