namespace MediaInfo.Api.Tests.Growth;

/// <summary>A parser and a shape of input that could be bad for it.</summary>
/// <param name="Name">The parser and the shape.</param>
/// <param name="Largest">The largest size to try: the product's limit, if that does not take too long.</param>
/// <param name="Make">Makes an input of about that many bytes.</param>
internal sealed record GrowthCase(string Name, int Largest, Func<int, GrowthInput> Make)
{
    /// <summary>Steps that one call may take even for a tiny input.</summary>
    public long StepsPerCall { get; init; } = 100_000;

    /// <summary>Bytes of memory that one call may take even for a tiny input.</summary>
    public long BytesPerCall { get; init; } = 4 << 20;
}
