using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Orchestrations as the durable client lists them: in pages, each fetched only when it is needed.</summary>
internal sealed class InstancePages(params IReadOnlyList<string>[] pages) : AsyncPageable<OrchestrationMetadata>
{
    public int PagesRead { get; private set; }

    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(
        string? continuationToken = null, int? pageSizeHint = null)
    {
        foreach (var page in pages)
        {
            await Task.Yield();
            PagesRead++;
            yield return new Page<OrchestrationMetadata>([.. page.Select(id => new OrchestrationMetadata("AnalysisV2", id))]);
        }
    }
}
