create index applications_applications_tokens on applications_applications using gin (string_to_array(tokens, ' '));
