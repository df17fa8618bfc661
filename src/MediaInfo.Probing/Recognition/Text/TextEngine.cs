using MediaInfo.Core.Tags;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing.Recognition.Text;

/// <summary>Tesseract: where it and its languages are, and what one process may use.</summary>
public static class TextEngine
{
    /// <summary>The program's name.</summary>
    public const string Name = "tesseract";

    // A frame of 4K with a model of the largest kind takes some hundred megabytes.
    private const long MaxMemory = 1L << 30;
    private const int MaxTable = 4 << 20;

    // Where Debian 12 and 11, Fedora, Homebrew and the installer for Windows put them.
    private static readonly string[] Usual =
    [
        "/usr/share/tesseract-ocr/5/tessdata",
        "/usr/share/tesseract-ocr/4.00/tessdata",
        "/usr/share/tessdata",
        "/usr/share/tesseract/tessdata",
        "/usr/local/share/tessdata",
        "/opt/homebrew/share/tessdata",
        @"C:\Program Files\Tesseract-OCR\tessdata",
    ];

    /// <summary>The program.</summary>
    public static Tool Of(TagOptions options)
    {
        var folder = FolderOf(options);
        return new Tool(Name, "Tags:TesseractPath", options.TesseractPath)
        {
            MaxMemoryBytes = MaxMemory,
            MaxReportBytes = MaxTable,
            VersionOption = "--version",
            VersionBeginning = "tesseract ",
            Folders = folder is null ? [] : [folder],
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TESSDATA_PREFIX"] = folder ?? "",

                // More threads make one frame hardly faster, and all the others slower.
                ["OMP_THREAD_LIMIT"] = "1",
            },
        };
    }

    /// <summary>The folder with the language files; null if there is none.</summary>
    public static string? FolderOf(TagOptions options) =>
        options.TessdataPath is { Length: > 0 } configured ? Path.GetFullPath(configured) : Array.Find(Usual, Directory.Exists);

    /// <summary>Which languages are not there, as text for operators; null if all are.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="languages">Names of language files, joined by a plus.</param>
    public static string? MissingOf(TagOptions options, string languages)
    {
        if (FolderOf(options) is not { } folder)
        {
            return "no folder with Tesseract's language files was found. Set MediaInfo:Tags:TessdataPath";
        }

        var missing = languages.Split('+').Where(name => !File.Exists(Path.Combine(folder, $"{name}.traineddata"))).ToList();
        return missing.Count == 0
            ? null
            : $"{folder} has no {string.Join(", ", missing.Select(name => $"{name}.traineddata"))}";
    }

    /// <summary>The arguments that read a picture from standard input and print a table of its words.</summary>
    /// <param name="languages">Names of language files, joined by a plus.</param>
    public static IReadOnlyList<string> Arguments(string languages) =>
        ["stdin", "stdout", "-l", languages, "--psm", "11", "-c", "tessedit_create_tsv=1"];
}
