using System.Data.Common;

namespace Madoguchi.Kernel.Data;

/// <summary>The one place where a command is given its parameters.</summary>
public static class CommandParameters
{
    /// <summary>Adds a parameter; null becomes the database's null.</summary>
    public static DbCommand With(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }
}
