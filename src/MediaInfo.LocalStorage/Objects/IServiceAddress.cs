namespace MediaInfo.LocalStorage.Objects;

/// <summary>Tells where this process serves objects.</summary>
public interface IServiceAddress
{
    /// <summary>An address at which this process answers, such as "http://localhost:7071"; null if it serves nothing.</summary>
    Uri? Current { get; }
}
