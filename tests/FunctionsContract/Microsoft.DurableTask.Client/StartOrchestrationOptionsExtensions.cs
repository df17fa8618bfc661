namespace Microsoft.DurableTask.Client;

public static class StartOrchestrationOptionsExtensions
{
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
        => options with { DedupeStatuses = Array.ConvertAll(dedupeStatuses, status => status.ToString()) };
}
