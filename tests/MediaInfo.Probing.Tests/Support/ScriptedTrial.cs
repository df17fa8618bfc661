using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Replaces the self-test and decides which binary fails. The real self-test needs the object proxy.</summary>
public sealed class ScriptedTrial : IToolTrial
{
    private readonly string? _failing;

    private ScriptedTrial(string? failing) => _failing = failing;

    /// <summary>Passes every binary.</summary>
    public static ScriptedTrial Passing { get; } = new(failing: null);

    /// <summary>Passes every binary except one.</summary>
    public static ScriptedTrial Failing(string path) => new(path);

    public Task<string?> FindProblemAsync(string path, CancellationToken cancellationToken) => 
        Task.FromResult(string.Equals(path, _failing, StringComparison.Ordinal) ? "it dies" : null);
}
