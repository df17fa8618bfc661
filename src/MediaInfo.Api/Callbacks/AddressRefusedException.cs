namespace MediaInfo.Api.Callbacks;

/// <summary>A callback target has no address that may be called.</summary>
/// <remarks>
/// An exception, because that is the only way for the connect callback to report a failure through the HTTP client.
/// </remarks>
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
