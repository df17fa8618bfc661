using DurableTask.Core;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Gives each run of an orchestration an object of its own.</summary>
internal sealed class OrchestrationCreator : ObjectCreator<TaskOrchestration>
{
    private readonly Func<TaskOrchestration> _create;

    public OrchestrationCreator(string name, Func<TaskOrchestration> create) => (Name, Version, _create) = (name, "", create);

    public override TaskOrchestration Create() => _create();
}
