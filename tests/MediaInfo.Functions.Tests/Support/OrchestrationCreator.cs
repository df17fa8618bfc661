using DurableTask.Core;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Creates a new object for each run of an orchestration.</summary>
internal sealed class OrchestrationCreator : ObjectCreator<TaskOrchestration>
{
    private readonly Func<TaskOrchestration> _create;

    public OrchestrationCreator(string name, Func<TaskOrchestration> create) => (Name, Version, _create) = (name, "", create);

    public override TaskOrchestration Create() => _create();
}
