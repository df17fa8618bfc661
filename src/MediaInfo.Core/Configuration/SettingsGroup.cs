using System.ComponentModel.DataAnnotations;

namespace MediaInfo.Core.Configuration;

/// <summary>One bound group of settings and the section it came from.</summary>
/// <param name="Section">The section's name below "MediaInfo".</param>
/// <param name="Value">The bound record.</param>
public sealed record SettingsGroup(string Section, ISettings Value)
{
    /// <summary>Why the section could not be bound; null if it could.</summary>
    public string? BindingProblem { get; init; }

    /// <summary>All problems of the group: first of its attributes, then of its own rules.</summary>
    public IEnumerable<string> Problems()
    {
        if (BindingProblem is not null)
        {
            return [$"{Section}: {BindingProblem}"];
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(Value, new ValidationContext(Value), results, validateAllProperties: true);
        return results
            .Select(result => $"{Section}:{string.Join(',', result.MemberNames)}: {result.ErrorMessage}")
            .Concat(Value.Problems().Select(problem => $"{Section}:{problem}"));
    }
}
