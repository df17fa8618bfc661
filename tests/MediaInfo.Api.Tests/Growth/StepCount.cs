namespace MediaInfo.Api.Tests.Growth;

/// <summary>
/// Counts the steps of instrumented code: each call of a method, each turn of a loop, and each character or byte that the runtime's
/// searching methods look at on its behalf.
/// </summary>
public static class StepCount
{
    private static long _steps;

    /// <summary>Steps so far.</summary>
    public static long Total => Interlocked.Read(ref _steps);

    /// <summary>Counts one. Called by instrumented code alone.</summary>
    public static void Add() => Interlocked.Increment(ref _steps);

    /// <summary>Counts what a search looked at: up to the place it found, or everything.</summary>
    internal static int Searched(int found, int length)
    {
        Interlocked.Add(ref _steps, found < 0 ? length : found + 1);
        return found;
    }

    /// <summary>Counts a whole text, of which nobody tells how far it was looked at.</summary>
    internal static bool Searched(bool found, int length)
    {
        Interlocked.Add(ref _steps, length);
        return found;
    }
}
