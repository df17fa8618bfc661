namespace MediaInfo.Probing.Tests.Frames;

/// <summary>How far apart two pictures are to the eye: the difference hash of their grey levels.</summary>
/// <remarks>Each bit says whether a pixel is brighter than its right neighbour, in a picture of 9 by 8 pixels.</remarks>
public static class PictureDistance
{
    public const int Width = 9;
    public const int Height = 8;

    /// <summary>The hash of the grey levels of a picture of that size, row by row.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> grey)
    {
        var hash = 0UL;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 1; x < Width; x++)
            {
                var at = (y * Width) + x;
                hash = (hash << 1) | (grey[at - 1] > grey[at] ? 1UL : 0UL);
            }
        }

        return hash;
    }

    /// <summary>How many of the 64 bits differ.</summary>
    public static int Between(ulong a, ulong b) => System.Numerics.BitOperations.PopCount(a ^ b);
}
