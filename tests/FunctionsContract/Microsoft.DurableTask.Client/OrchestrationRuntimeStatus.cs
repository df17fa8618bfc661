namespace Microsoft.DurableTask.Client;

public enum OrchestrationRuntimeStatus
{
    Running,
    Completed,

    [Obsolete("Kept for compatibility in the real package.")]
    ContinuedAsNew,
    Failed,

    [Obsolete("Kept for compatibility in the real package.")]
    Canceled,
    Terminated,
    Pending,
    Suspended,
}
