namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>This process, as seen by its children and its user's other processes.</summary>
public static class OwnProcess
{
    /// <summary>
    /// Hides its environment, memory and descriptors from them and keeps its memory out of core dumps (PR_SET_DUMPABLE), because
    /// all of these hold secrets. Linux only.
    /// </summary>
    public static void Hide()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = LibC.Control(LibC.SetDumpable, 0, 0, 0, 0);
        }
    }
}
