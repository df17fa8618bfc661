using MediaInfo.Core.Health;
using MediaInfo.Core.Tags;

namespace MediaInfo.Probing.Recognition;

/// <summary>
/// Tells operators which recognisers there are, and what the others lack. None of them is needed, so the service is ready in
/// any case.
/// </summary>
public sealed class RecogniserReadiness(IEnumerable<IRecogniser> recognisers, TimeProvider time) : IReadiness
{
    // A large model takes longer to load. It goes on, and a later answer tells how it ended.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public string Name => "recognisers";

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken) => new(
        IsReady: true,
        string.Join("; ", await Task.WhenAll(recognisers
            .OrderBy(recogniser => recogniser.Kind)
            .Select(recogniser => InWordsAsync(recogniser, cancellationToken)))));

    private async Task<string> InWordsAsync(IRecogniser recogniser, CancellationToken cancellationToken)
    {
        try
        {
            var problem = await recogniser.FindProblemAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return $"{recogniser.Kind}: {problem ?? "ready"}";
        }
        catch (TimeoutException)
        {
            return $"{recogniser.Kind}: not known yet";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"{recogniser.Kind}: not known ({e.Message})";
        }
    }
}
