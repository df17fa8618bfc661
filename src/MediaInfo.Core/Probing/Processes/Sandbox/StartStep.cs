namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>The steps of a start that can fail.</summary>
internal enum StartStep
{
    /// <summary>No step.</summary>
    None,

    /// <summary>To give up new privileges.</summary>
    NoNewPrivileges,

    /// <summary>To take Landlock's rules upon itself.</summary>
    Landlock,

    /// <summary>To put the filter of system calls in force.</summary>
    Filter,

    /// <summary>To start the program.</summary>
    Program,
}
