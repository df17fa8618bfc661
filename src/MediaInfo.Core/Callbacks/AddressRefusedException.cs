namespace MediaInfo.Core.Callbacks;

/// <summary>A callback target has only addresses that may not be called.</summary>
/// <remarks>An exception, since it must cross the HTTP client, which knows no other way out of a connection.</remarks>
public sealed class AddressRefusedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public AddressRefusedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public AddressRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
