using MediaInfo.Core.Health;
using MediaInfo.Core.Tags;

namespace MediaInfo.Probing.Recognition;

/// <summary>Tells operators which recognisers there are, and what the others lack. None of them is needed.</summary>
public sealed class RecogniserReadiness(IEnumerable<IRecogniser> recognisers) : IReadiness
{
    /// <inheritdoc />
    public string Name => "recognisers";

    /// <inheritdoc />
    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        var words = new List<string>();
        foreach (var recogniser in recognisers.OrderBy(recogniser => recogniser.Kind))
        {
            var problem = await recogniser.FindProblemAsync(cancellationToken);
            words.Add($"{recogniser.Kind}: {problem ?? "ready"}");
        }

        return new Readiness(IsReady: true, string.Join("; ", words));
    }
}
