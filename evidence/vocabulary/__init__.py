"""The words of the pack format as objects: columns, measures, designs, appraisal tools, positions."""
