namespace MediaInfo.LocalStorage;

/// <summary>What a stored write survives once it was reported as done.</summary>
public enum Durability
{
    /// <summary>The loss of power, and everything less. Every commit waits for the disk.</summary>
    PowerLoss,

    /// <summary>The end of this process, however it ends. The last seconds before a loss of power may be lost.</summary>
    ProcessCrash,
}
