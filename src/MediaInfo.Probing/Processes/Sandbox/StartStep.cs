namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>The steps of a start that can fail.</summary>
internal enum StartStep
{
    /// <summary>No step.</summary>
    None,

    /// <summary>Giving up new privileges.</summary>
    NoNewPrivileges,

    /// <summary>Applying Landlock's rules.</summary>
    Landlock,

    /// <summary>Installing the system call filter.</summary>
    Filter,

    /// <summary>Starting the program.</summary>
    Program,
}
