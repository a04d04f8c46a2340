global using Madoguchi.Applications.Contracts;
global using Madoguchi.Applications.Data;
global using Madoguchi.Applications.Domain;
global using Madoguchi.Applications.Histories;
global using Madoguchi.Applications.Questions;
global using Madoguchi.Procedures.Contracts;
