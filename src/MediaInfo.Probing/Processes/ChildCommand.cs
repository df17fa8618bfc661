namespace MediaInfo.Probing.Processes;

/// <summary>The command line and environment of a child.</summary>
/// <param name="Path">The program's full path.</param>
/// <param name="Name">Its name in the process list, where that can be set: a copy's path would mean nothing.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Its whole environment.</param>
internal sealed record ChildCommand(
    string Path, string Name, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment);
