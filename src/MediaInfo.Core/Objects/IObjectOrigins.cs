namespace MediaInfo.Core.Objects;

/// <summary>Knows where the addresses of <see cref="IObjectLinks"/> lead, so that a browser may be allowed to go there.</summary>
public interface IObjectOrigins
{
    /// <summary>Addresses with the scheme, host and port of every signed address, as far as they are known now.</summary>
    IEnumerable<Uri> Current();
}
