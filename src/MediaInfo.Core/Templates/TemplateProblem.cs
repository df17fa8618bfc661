namespace MediaInfo.Core.Templates;

/// <summary>Why a template was not changed.</summary>
public enum TemplateProblem
{
    /// <summary>The account has no template with the id.</summary>
    NotFound,

    /// <summary>The template is one of the service, which nobody changes.</summary>
    IsSystem,

    /// <summary>The account has as many templates as it may have.</summary>
    TooMany,
}
