namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// Counts the steps of instrumented code: each method call, each loop iteration, and each character or byte that the runtime's
/// search methods examine for it.
/// </summary>
public static class StepCount
{
    private static long _steps;

    /// <summary>Steps so far.</summary>
    public static long Total => Interlocked.Read(ref _steps);

    /// <summary>Counts one step. Only instrumented code calls it.</summary>
    public static void Add() => Interlocked.Increment(ref _steps);

    /// <summary>Counts what a search examined: up to the match, or everything.</summary>
    internal static int Searched(int found, int length)
    {
        Interlocked.Add(ref _steps, found < 0 ? length : found + 1);
        return found;
    }

    /// <summary>Counts the whole text, because the result does not show how far the search went.</summary>
    internal static bool Searched(bool found, int length)
    {
        Interlocked.Add(ref _steps, length);
        return found;
    }
}
