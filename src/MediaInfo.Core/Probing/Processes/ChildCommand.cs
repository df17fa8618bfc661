namespace MediaInfo.Core.Probing.Processes;

/// <summary>What is run as a child.</summary>
/// <param name="Path">The program's full path.</param>
/// <param name="Name">What the machine's list of processes calls it, where it can be told: a copy's path would say nothing.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Every variable that it knows.</param>
internal sealed record ChildCommand(
    string Path, string Name, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment);
