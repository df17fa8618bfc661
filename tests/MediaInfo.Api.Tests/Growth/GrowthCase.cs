namespace MediaInfo.Api.Tests.Growth;

/// <summary>A parser and a shape of input that somebody may think to be bad for it.</summary>
/// <param name="Name">What is parsed, and the shape.</param>
/// <param name="Largest">The largest size that is tried: what the product lets through, where that can be waited for.</param>
/// <param name="Make">Makes an input of about that many bytes.</param>
internal sealed record GrowthCase(string Name, int Largest, Func<int, GrowthInput> Make)
{
    /// <summary>Steps that one call may take, however small its input.</summary>
    public long StepsPerCall { get; init; } = 100_000;

    /// <summary>Bytes of memory that one call may take, however small its input.</summary>
    public long BytesPerCall { get; init; } = 4 << 20;
}
