using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>A fact that needs the Tesseract that eng/tesseract.sh gets.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TesseractFactAttribute : FactAttribute
{
    private static readonly string Folder = RepositoryRoot.Combine("artifacts", "tesseract");

    public TesseractFactAttribute() => Skip = File.Exists(Program) ? null : "eng/tesseract.sh has not run here";

    /// <summary>The program.</summary>
    public static string Program { get; } = Path.Combine(Folder, "tesseract");

    /// <summary>Its English.</summary>
    public static string Languages { get; } = Path.Combine(Folder, "tessdata");
}
